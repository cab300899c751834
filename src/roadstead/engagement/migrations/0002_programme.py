import django.db.models.deletion
import roadstead.common.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('engagement', '0001_initial'),
        ('registry', '0002_programme'),
    ]

    operations = [
        migrations.CreateModel(
            name='Contact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mark', models.CharField(choices=[('public', 'Public'), ('partner', 'Shared with States'), ('programme', 'Programme'), ('restricted', 'Restricted')], default='programme', max_length=10, verbose_name='who may see it')),
                ('mark_reason', models.CharField(max_length=300, verbose_name='why')),
                ('marked_at', models.DateTimeField()),
                ('uid', models.CharField(blank=True, max_length=200)),
                ('name', models.CharField(max_length=150, verbose_name='name')),
                ('local_name', models.CharField(blank=True, max_length=150, verbose_name='name in its own script')),
                ('folded', roadstead.common.fields.SearchKeyField(max_length=80)),
                ('languages', models.JSONField(blank=True, default=list, verbose_name='languages, the best first')),
                ('consent', models.CharField(choices=[('given', 'given'), ('official', 'an official’s public post'), ('unknown', 'not asked yet'), ('refused', 'refused')], default='unknown', max_length=10, verbose_name='consent to be kept')),
                ('consent_on', models.DateField(blank=True, null=True, verbose_name='consent said on')),
                ('source', models.CharField(max_length=200, verbose_name='where this is from')),
                ('last_contact_on', models.DateField(blank=True, null=True, verbose_name='last contact')),
                ('note', models.TextField(blank=True, max_length=2000, verbose_name='note')),
                ('revision', models.PositiveIntegerField(default=1)),
                ('retired_at', models.DateTimeField(blank=True, null=True, verbose_name='not kept in touch with since')),
                ('country', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.country')),
                ('marked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('merged_into', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='engagement.contact')),
                ('people', models.ManyToManyField(blank=True, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('states', models.ManyToManyField(blank=True, related_name='+', to='registry.country')),
            ],
            options={
                'ordering': ['name', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'indexes': [models.Index(fields=['folded'], name='engagement_contact_folded'), models.Index(fields=['country', 'name'], name='engagement_contact_country')],
                'constraints': [models.CheckConstraint(condition=models.Q(('mark__in', ['public', 'partner', 'programme', 'restricted'])), name='engagement_contact_mark', violation_error_message='A mark is public, shared with States, programme or restricted.'), models.CheckConstraint(condition=models.Q(('mark_reason', ''), _negated=True), name='engagement_contact_mark_reason', violation_error_message='Say why the record is marked so.'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='engagement_contact_name', violation_error_message='Give the person a name.'), models.UniqueConstraint(condition=models.Q(('uid', ''), _negated=True), fields=('uid',), name='engagement_contact_uid', violation_error_message='This person of the address book is kept already.')],
            },
        ),
        migrations.CreateModel(
            name='ContactMerger',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('moved', models.JSONField(default=dict)),
                ('before', models.JSONField(default=dict)),
                ('why', models.CharField(max_length=300)),
                ('at', models.DateTimeField()),
                ('reversed_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('kept', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='engagement.contact')),
                ('merged', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='engagement.contact')),
                ('reversed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'ordering': ['-at', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('kept', models.F('merged')), _negated=True), name='engagement_merger_of_two', violation_error_message='An entry is not merged with itself.')],
            },
        ),
        migrations.CreateModel(
            name='ContactPoint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('email', 'e-mail'), ('phone', 'telephone')], max_length=6)),
                ('value', models.CharField(max_length=200)),
                ('compared', roadstead.common.fields.SearchKeyField(max_length=200)),
                ('label', models.CharField(blank=True, max_length=40, verbose_name='what it is for')),
                ('preferred', models.BooleanField(default=False)),
                ('contact', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='points', to='engagement.contact')),
            ],
            options={
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'ordering': ['kind', '-preferred', 'pk'],
                'indexes': [models.Index(fields=['kind', 'compared'], name='engagement_point_compared')],
                'constraints': [models.UniqueConstraint(fields=('contact', 'kind', 'compared'), name='engagement_point_once', violation_error_message='The person already has this address or number.'), models.UniqueConstraint(condition=models.Q(('preferred', True)), fields=('contact', 'kind'), name='engagement_point_one_preferred', violation_error_message='One address, and one number, is the preferred one.')],
            },
        ),
        migrations.CreateModel(
            name='Position',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('head', 'head'), ('deputy', 'deputy'), ('focal', 'point of contact'), ('pfso', 'port facility security officer'), ('attache', 'attaché'), ('officer', 'officer'), ('other', 'other')], max_length=10, verbose_name='part')),
                ('title', models.CharField(blank=True, max_length=150, verbose_name='title')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='from')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='until, that day not included')),
                ('source', models.CharField(max_length=200)),
                ('contact', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='positions', to='engagement.contact')),
                ('facility', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.facility')),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
            ],
            options={
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'ordering': ['-valid_from', '-pk'],
                'indexes': [models.Index(fields=['organisation', 'kind', '-valid_from'], name='engagement_position_at'), models.Index(fields=['facility', 'kind', '-valid_from'], name='engagement_position_facility')],
                'constraints': [models.CheckConstraint(condition=models.Q(('organisation__isnull', False), ('facility__isnull', False), _connector='OR'), name='engagement_position_somewhere', violation_error_message='A part is played at an organisation or a facility.'), models.CheckConstraint(condition=models.Q(('valid_from__isnull', True), ('valid_until__isnull', True), ('valid_until__gt', models.F('valid_from')), _connector='OR'), name='engagement_position_order', violation_error_message='It ends after it begins.')],
            },
        ),
    ]
