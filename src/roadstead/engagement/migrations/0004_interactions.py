import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('engagement', '0003_people'),
        ('registry', '0006_reconciliation'),
    ]

    operations = [
        migrations.CreateModel(
            name='Interaction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mark', models.CharField(choices=[('public', 'Public'), ('partner', 'Shared with States'), ('programme', 'Programme'), ('restricted', 'Restricted')], default='programme', max_length=10, verbose_name='who may see it')),
                ('mark_reason', models.CharField(max_length=300, verbose_name='why')),
                ('marked_at', models.DateTimeField()),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('meeting', 'meeting'), ('call', 'call'), ('letter', 'letter'), ('email', 'e-mail'), ('event', 'event'), ('other', 'other')], default='meeting', max_length=10)),
                ('state', models.CharField(choices=[('draft', 'draft'), ('complete', 'complete'), ('discarded', 'taken back')], default='draft', max_length=10)),
                ('held_on', models.DateField(verbose_name='day')),
                ('held_at', models.TimeField(blank=True, null=True, verbose_name='local time')),
                ('zone', models.CharField(blank=True, max_length=64, verbose_name='time zone')),
                ('place', models.CharField(blank=True, max_length=200, verbose_name='place')),
                ('subject', models.CharField(max_length=200, verbose_name='subject')),
                ('summary', models.TextField(blank=True, max_length=20000, verbose_name='what was said')),
                ('topics', models.JSONField(blank=True, default=list)),
                ('origin', models.CharField(choices=[('typed', 'typed'), ('ics', 'calendar invitation'), ('eml', 'e-mail message')], default='typed', max_length=5)),
                ('origin_id', models.CharField(blank=True, max_length=300)),
                ('strangers', models.JSONField(blank=True, default=list)),
                ('written_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField()),
                ('revision', models.PositiveIntegerField(default=1)),
                ('stamps', models.JSONField(default=dict)),
                ('completed_at', models.DateTimeField(blank=True, null=True)),
                ('discarded_at', models.DateTimeField(blank=True, null=True)),
                ('discarded_why', models.CharField(blank=True, max_length=300)),
                ('contacts', models.ManyToManyField(blank=True, related_name='+', to='engagement.contact')),
                ('countries', models.ManyToManyField(blank=True, related_name='+', to='registry.country')),
                ('marked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('officers', models.ManyToManyField(blank=True, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisations', models.ManyToManyField(blank=True, related_name='+', to='registry.organisation')),
                ('people', models.ManyToManyField(blank=True, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('states', models.ManyToManyField(blank=True, related_name='+', to='registry.country')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-held_on', '-pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'indexes': [models.Index(fields=['-held_on', '-id'], name='engagement_interaction_latest'), models.Index(fields=['origin', 'origin_id'], name='engagement_interaction_origin')],
                'constraints': [models.CheckConstraint(condition=models.Q(('mark__in', ['public', 'partner', 'programme', 'restricted'])), name='engagement_interaction_mark', violation_error_message='A mark is public, shared with States, programme or restricted.'), models.CheckConstraint(condition=models.Q(('mark_reason', ''), _negated=True), name='engagement_interaction_mark_reason', violation_error_message='Say why the record is marked so.'), models.CheckConstraint(condition=models.Q(('subject', ''), _negated=True), name='engagement_interaction_subject', violation_error_message='Say what it was about.'), models.CheckConstraint(condition=models.Q(('kind__in', ['meeting', 'call', 'letter', 'email', 'event', 'other']), ('origin__in', ['typed', 'ics', 'eml'])), name='engagement_interaction_kind', violation_error_message='There is no such kind of interaction.'), models.CheckConstraint(condition=models.Q(('held_at__isnull', True), models.Q(('zone', ''), _negated=True), _connector='OR'), name='engagement_interaction_zone', violation_error_message='A time is said with its zone.'), models.CheckConstraint(condition=models.Q(models.Q(('completed_at__isnull', True), ('discarded_at__isnull', True), ('state', 'draft')), models.Q(('completed_at__isnull', False), ('discarded_at__isnull', True), ('state', 'complete')), models.Q(('discarded_at__isnull', False), ('state', 'discarded'), models.Q(('discarded_why', ''), _negated=True)), _connector='OR'), name='engagement_interaction_state', violation_error_message='What is complete says since when; what is taken back says why.'), models.UniqueConstraint(condition=models.Q(models.Q(('origin_id', ''), _negated=True), models.Q(('state', 'discarded'), _negated=True)), fields=('origin', 'origin_id', 'written_by'), name='engagement_interaction_origin_once', violation_error_message='This message or invitation was brought in already.')],
            },
        ),
        migrations.CreateModel(
            name='Commitment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('what', models.CharField(max_length=500, verbose_name='what was promised')),
                ('side', models.CharField(choices=[('ours', 'the programme'), ('theirs', 'the other side')], max_length=6, verbose_name='by whom')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='due')),
                ('kept_on', models.DateField(blank=True, null=True, verbose_name='kept on')),
                ('dropped_on', models.DateField(blank=True, null=True, verbose_name='dropped on')),
                ('dropped_why', models.CharField(blank=True, max_length=300, verbose_name='why dropped')),
                ('written_at', models.DateTimeField()),
                ('revision', models.PositiveIntegerField(default=1)),
                ('contact', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='engagement.contact')),
                ('officer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('interaction', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='engagement.interaction')),
            ],
            options={
                'ordering': ['due_on', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'indexes': [models.Index(condition=models.Q(('dropped_on__isnull', True), ('kept_on__isnull', True)), fields=['due_on'], name='engagement_commitment_open')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('what', ''), _negated=True), ('side__in', ['ours', 'theirs'])), name='engagement_commitment_what', violation_error_message='Say what was promised, and by which side.'), models.CheckConstraint(condition=models.Q(models.Q(('dropped_on__isnull', True), ('dropped_why', '')), models.Q(('dropped_on__isnull', False), ('kept_on__isnull', True), models.Q(('dropped_why', ''), _negated=True)), _connector='OR'), name='engagement_commitment_end', violation_error_message='A promise is kept, or dropped with a reason.'), models.CheckConstraint(condition=models.Q(models.Q(('contact__isnull', True), ('officer__isnull', True)), models.Q(('officer__isnull', True), ('organisation__isnull', True)), models.Q(('contact__isnull', True), ('organisation__isnull', True)), _connector='OR'), name='engagement_commitment_one_owner', violation_error_message='A promise has one owner.')],
            },
        ),
        migrations.CreateModel(
            name='Referral',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('question', models.CharField(max_length=1000, verbose_name='question')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='answer wanted by')),
                ('asked_at', models.DateTimeField()),
                ('answer', models.TextField(blank=True, max_length=5000, verbose_name='answer')),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('interaction', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='engagement.interaction')),
                ('officer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
            ],
            options={
                'ordering': ['due_on', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('question', ''), _negated=True), models.Q(models.Q(('officer__isnull', False), ('organisation__isnull', True)), models.Q(('officer__isnull', True), ('organisation__isnull', False)), _connector='OR')), name='engagement_referral_asked', violation_error_message='A question is asked of a colleague, or of an organisation.'), models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at__isnull', True), ('answered_by__isnull', True)), models.Q(models.Q(('answer', ''), _negated=True), ('answered_at__isnull', False), ('answered_by__isnull', False)), _connector='OR'), name='engagement_referral_answered', violation_error_message='A question is closed by its answer alone.')],
            },
        ),
        migrations.CreateModel(
            name='DigestSent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField()),
                ('items', models.PositiveIntegerField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'digests sent',
                'ordering': ['-on', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('person', 'on'), name='engagement_digest_once', violation_error_message='The reminders of this day were sent already.')],
            },
        ),
    ]
