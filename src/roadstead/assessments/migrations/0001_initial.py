import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('files', '0001_initial'),
        ('registry', '0006_reconciliation'),
    ]

    operations = [
        migrations.CreateModel(
            name='Answer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveSmallIntegerField()),
                ('instrument', models.CharField(max_length=40)),
                ('version', models.CharField(max_length=10)),
                ('element', models.CharField(max_length=10)),
                ('question', models.CharField(max_length=40)),
                ('asked', models.TextField(verbose_name='the question')),
                ('digest', models.CharField(max_length=71)),
                ('said', models.CharField(blank=True, choices=[('yes', 'in place'), ('partly', 'in place in part'), ('no', 'not in place'), ('not_known', 'not known'), ('not_applicable', 'does not apply')], max_length=14, verbose_name='answer')),
                ('words', models.TextField(blank=True, max_length=10000, verbose_name='in words')),
                ('stamps', models.JSONField(default=dict)),
                ('revision', models.PositiveIntegerField(default=1)),
                ('reviewed', models.PositiveIntegerField(default=0)),
                ('standing', models.CharField(choices=[('open', 'not looked at'), ('validated', 'validated'), ('questioned', 'questioned')], default='open', max_length=10)),
            ],
            options={
                'ordering': ['assessment_id', 'place'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='SelfAssessment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mark', models.CharField(choices=[('public', 'Public'), ('partner', 'Shared with States'), ('programme', 'Programme'), ('restricted', 'Restricted')], default='programme', max_length=10, verbose_name='who may see it')),
                ('mark_reason', models.CharField(max_length=300, verbose_name='why')),
                ('marked_at', models.DateTimeField()),
                ('uid', models.UUIDField(editable=False, unique=True)),
                ('asked_of', models.CharField(choices=[('facility', 'port facility'), ('government', 'government')], max_length=10, verbose_name='of whom')),
                ('occasion', models.CharField(blank=True, max_length=200, verbose_name='what it is for')),
                ('versions', models.JSONField(default=dict)),
                ('state', models.CharField(choices=[('draft', 'being filled in'), ('submitted', 'submitted'), ('questioned', 'back with questions'), ('validated', 'validated'), ('withdrawn', 'withdrawn')], default='draft', max_length=10, verbose_name='state')),
                ('begun_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField()),
                ('submitted_at', models.DateTimeField(blank=True, null=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_why', models.CharField(blank=True, max_length=300, verbose_name='why it was withdrawn')),
                ('revision', models.PositiveIntegerField(default=1)),
                ('begun_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('country', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.country')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('facility', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.facility')),
                ('marked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('people', models.ManyToManyField(blank=True, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('states', models.ManyToManyField(blank=True, related_name='+', to='registry.country')),
                ('submitted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-changed_at', '-pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'indexes': [models.Index(fields=['country', 'state'], name='assessments_self_country'), models.Index(fields=['facility', 'state'], name='assessments_self_facility')],
                'constraints': [models.CheckConstraint(condition=models.Q(('mark__in', ['public', 'partner', 'programme', 'restricted'])), name='assessments_selfassessment_mark', violation_error_message='A mark is public, shared with States, programme or restricted.'), models.CheckConstraint(condition=models.Q(('mark_reason', ''), _negated=True), name='assessments_selfassessment_mark_reason', violation_error_message='Say why the record is marked so.'), models.CheckConstraint(condition=models.Q(('mark', 'partner')), name='assessments_self_mark', violation_error_message='A self-assessment is shared with its own State, and with nobody else.'), models.CheckConstraint(condition=models.Q(models.Q(('asked_of', 'facility'), ('facility__isnull', False)), models.Q(('asked_of', 'government'), ('facility__isnull', True)), _connector='OR'), name='assessments_self_asked_of', violation_error_message='That of a facility names it; that of a government names none.'), models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'submitted', 'questioned', 'validated', 'withdrawn'])), name='assessments_self_state', violation_error_message='A self-assessment has no such state.'), models.CheckConstraint(condition=models.Q(('state__in', ('draft', 'withdrawn')), models.Q(('submitted_at__isnull', False), ('submitted_by__isnull', False)), _connector='OR'), name='assessments_self_submitted', violation_error_message='What was submitted says by whom and when.'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', False), ('state__in', ('validated', 'withdrawn'))), models.Q(models.Q(('state__in', ('validated', 'withdrawn')), _negated=True), ('ended_at__isnull', True)), _connector='OR'), name='assessments_self_ended', violation_error_message='What has ended says when.'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'withdrawn'), _negated=True), models.Q(('withdrawn_why', ''), _negated=True), _connector='OR'), name='assessments_self_withdrawn', violation_error_message='Say why it is withdrawn.')],
            },
        ),
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('verdict', models.CharField(choices=[('validated', 'validated'), ('questioned', 'questioned')], max_length=10)),
                ('words', models.TextField(blank=True, max_length=10000, verbose_name='what is asked')),
                ('revision', models.PositiveIntegerField()),
                ('said', models.CharField(choices=[('yes', 'in place'), ('partly', 'in place in part'), ('no', 'not in place'), ('not_known', 'not known'), ('not_applicable', 'does not apply')], max_length=14)),
                ('said_words', models.TextField(blank=True)),
                ('at', models.DateTimeField()),
                ('answer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reviews', to='assessments.answer')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('assessment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='assessments.selfassessment')),
            ],
            options={
                'ordering': ['answer_id', 'at', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.CheckConstraint(condition=models.Q(('verdict__in', ('validated', 'questioned'))), name='assessments_review_verdict', violation_error_message='An answer is validated or questioned.'), models.CheckConstraint(condition=models.Q(models.Q(('verdict', 'questioned'), _negated=True), models.Q(('words', ''), _negated=True), _connector='OR'), name='assessments_review_words', violation_error_message='Say what you ask.')],
            },
        ),
        migrations.CreateModel(
            name='Evidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(editable=False, unique=True)),
                ('sha256', models.CharField(max_length=64, verbose_name='SHA-256')),
                ('what', models.CharField(blank=True, max_length=300, verbose_name='what it shows')),
                ('dated_on', models.DateField(verbose_name='date of the evidence')),
                ('added_at', models.DateTimeField()),
                ('version', models.PositiveSmallIntegerField(default=1)),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('answer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='evidence', to='assessments.answer')),
                ('attachment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.attachment')),
                ('replaces', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='assessments.evidence')),
                ('assessment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='assessments.selfassessment')),
            ],
            options={
                'verbose_name_plural': 'evidence',
                'ordering': ['answer_id', 'added_at', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='AnswerOther',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('field', models.CharField(max_length=10)),
                ('value', models.TextField()),
                ('late', models.BooleanField(default=False)),
                ('at', models.DateTimeField()),
                ('answer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='others', to='assessments.answer')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('assessment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='assessments.selfassessment')),
            ],
            options={
                'ordering': ['answer_id', 'at', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.AddField(
            model_name='answer',
            name='assessment',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='assessments.selfassessment'),
        ),
        migrations.AddConstraint(
            model_name='answer',
            constraint=models.UniqueConstraint(fields=('assessment', 'instrument', 'element', 'question'), name='assessments_answer_once', violation_error_message='This question is there already.'),
        ),
        migrations.AddConstraint(
            model_name='answer',
            constraint=models.CheckConstraint(condition=models.Q(('said__in', ['', 'yes', 'partly', 'no', 'not_known', 'not_applicable'])), name='assessments_answer_said', violation_error_message='An answer is one of those that can be chosen.'),
        ),
        migrations.AddConstraint(
            model_name='answer',
            constraint=models.CheckConstraint(condition=models.Q(('standing', 'open'), models.Q(('reviewed__gt', 0), ('standing__in', ['open', 'validated', 'questioned'])), _connector='OR'), name='assessments_answer_standing', violation_error_message='What was looked at says which revision was.'),
        ),
        migrations.AddConstraint(
            model_name='answer',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('standing', 'validated'), _negated=True), models.Q(('said', ''), _negated=True), _connector='OR'), name='assessments_answer_validated', violation_error_message='What was not answered cannot be validated.'),
        ),
    ]
