import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('determinations', '0001_initial'),
        ('registry', '0006_reconciliation'),
    ]

    operations = [
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mark', models.CharField(choices=[('public', 'Public'), ('partner', 'Shared with States'), ('programme', 'Programme'), ('restricted', 'Restricted')], default='programme', max_length=10, verbose_name='who may see it')),
                ('mark_reason', models.CharField(max_length=300, verbose_name='why')),
                ('marked_at', models.DateTimeField()),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('title', models.CharField(max_length=200, verbose_name='title')),
                ('number', models.CharField(blank=True, max_length=5, verbose_name='number')),
                ('issued_on', models.DateField(blank=True, null=True, verbose_name='day of publication')),
                ('effective_on', models.DateField(blank=True, null=True, verbose_name='takes effect on')),
                ('notice', models.CharField(blank=True, max_length=60, verbose_name='notice in the Federal Register')),
                ('notice_on', models.DateField(blank=True, null=True, verbose_name='notice published on')),
                ('docket', models.CharField(blank=True, max_length=60, verbose_name='docket')),
                ('address', models.URLField(blank=True, max_length=500, verbose_name='where its text can be read')),
                ('notes', models.TextField(blank=True, max_length=5000, verbose_name='notes')),
                ('state', models.CharField(choices=[('open', 'open'), ('published', 'published'), ('dropped', 'dropped')], default='open', max_length=9)),
                ('drafted_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField()),
                ('published_at', models.DateTimeField(blank=True, null=True)),
                ('edition', models.CharField(blank=True, max_length=80)),
                ('revision', models.PositiveIntegerField(default=1)),
                ('changed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('drafted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('marked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('people', models.ManyToManyField(blank=True, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('published_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('states', models.ManyToManyField(blank=True, related_name='+', to='registry.country')),
            ],
            options={
                'ordering': ['-drafted_at', '-pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.CheckConstraint(condition=models.Q(('mark__in', ['public', 'partner', 'programme', 'restricted'])), name='advisories_draft_mark', violation_error_message='A mark is public, shared with States, programme or restricted.'), models.CheckConstraint(condition=models.Q(('mark_reason', ''), _negated=True), name='advisories_draft_mark_reason', violation_error_message='Say why the record is marked so.'), models.CheckConstraint(condition=models.Q(models.Q(('published_at__isnull', False), ('published_by__isnull', False), ('state', 'published'), models.Q(('edition', ''), _negated=True)), models.Q(models.Q(('state', 'published'), _negated=True), ('edition', ''), ('published_at__isnull', True), ('published_by__isnull', True)), _connector='OR'), name='advisories_draft_published', violation_error_message='What is published says by whom, when, and under which id.'), models.CheckConstraint(condition=models.Q(('published_by__isnull', True), models.Q(models.Q(('published_by', models.F('drafted_by')), _negated=True), models.Q(('published_by', models.F('changed_by')), _negated=True)), _connector='OR'), name='advisories_draft_second', violation_error_message='Somebody publishes it who did not write it.'), models.CheckConstraint(condition=models.Q(('issued_on__isnull', True), ('effective_on__isnull', True), ('effective_on__gte', models.F('issued_on')), _connector='OR'), name='advisories_draft_days', violation_error_message='It takes effect on the day of publication or later.'), models.UniqueConstraint(condition=models.Q(('edition', ''), _negated=True), fields=('edition',), name='advisories_draft_edition', violation_error_message='There is an edition of this id.')],
            },
        ),
        migrations.CreateModel(
            name='DraftCase',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='determinations.case')),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='cases', to='advisories.draft')),
            ],
            options={
                'ordering': ['draft_id', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('case',), name='advisories_draft_case_once', violation_error_message='The case stands in a draft already.')],
            },
        ),
    ]
