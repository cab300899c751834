import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('registry', '0006_reconciliation'),
        ('visits', '0003_agenda'),
    ]

    operations = [
        migrations.CreateModel(
            name='Report',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('begun_at', models.DateTimeField()),
                ('drafted_at', models.DateTimeField()),
                ('begun_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('visit', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='report', to='visits.visit')),
            ],
            options={
                'ordering': ['visit_id'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='ReportRelease',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('of', models.CharField(choices=[('programme', 'programme version'), ('host', 'host’s version'), ('public', 'public line')], max_length=9)),
                ('content', models.JSONField()),
                ('state', models.CharField(choices=[('asked', 'asked for'), ('released', 'released'), ('returned', 'returned')], default='asked', max_length=8)),
                ('asked_at', models.DateTimeField()),
                ('settled_at', models.DateTimeField(null=True)),
                ('why', models.CharField(blank=True, max_length=300)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('settled_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('visit', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='releases', to='visits.visit')),
            ],
            options={
                'ordering': ['visit_id', '-asked_at', '-pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'asked')), fields=('visit', 'of'), name='visits_release_asked_once', violation_error_message='The release of this text is asked for already.'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'released'), _negated=True), models.Q(('settled_at__isnull', False), ('settled_by__isnull', False), models.Q(('settled_by', models.F('asked_by')), _negated=True)), _connector='OR'), name='visits_release_second_person', violation_error_message='A text is released by another person than who asked for it.'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'returned'), models.Q(('why', ''), _negated=True)), models.Q(models.Q(('state', 'returned'), _negated=True), ('why', '')), _connector='OR'), name='visits_release_returned', violation_error_message='Say why it is returned.')],
            },
        ),
        migrations.CreateModel(
            name='ReportComment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(unique=True)),
                ('section', models.CharField(max_length=40)),
                ('heading', models.CharField(max_length=250)),
                ('text', models.TextField(max_length=5000, verbose_name='comment')),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='comments', to='visits.reportrelease')),
            ],
            options={
                'ordering': ['release_id', 'at', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='ReportSection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('of', models.CharField(choices=[('programme', 'programme version'), ('host', 'host’s version'), ('public', 'public line')], max_length=9)),
                ('kind', models.CharField(choices=[('summary', 'Summary'), ('government', 'Government engagement'), ('ports', 'Ports'), ('facility', 'Facility'), ('embassy', 'Embassy'), ('observations', 'Observations'), ('recommendations', 'Recommendations'), ('left_open', 'What was open, and what became of it'), ('next_steps', 'Next steps'), ('line', 'Public line')], max_length=15)),
                ('heading', models.CharField(max_length=250)),
                ('position', models.PositiveSmallIntegerField()),
                ('drafted', models.TextField(blank=True)),
                ('text', models.TextField(blank=True, max_length=30000, verbose_name='text')),
                ('edited', models.BooleanField(default=False)),
                ('changed_at', models.DateTimeField()),
                ('revision', models.PositiveIntegerField(default=1)),
                ('changed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('facility', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.facility')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sections', to='visits.report')),
            ],
            options={
                'ordering': ['report_id', 'of', 'position', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(condition=models.Q(('facility__isnull', True)), fields=('report', 'of', 'kind'), name='visits_report_section_once', violation_error_message='The report has this section already.'), models.UniqueConstraint(condition=models.Q(('facility__isnull', False)), fields=('report', 'of', 'facility'), name='visits_report_facility_once', violation_error_message='The report has a section for this facility already.'), models.CheckConstraint(condition=models.Q(models.Q(('facility__isnull', False), ('kind', 'facility')), models.Q(models.Q(('kind', 'facility'), _negated=True), ('facility__isnull', True)), _connector='OR'), name='visits_report_section_facility', violation_error_message='A section about a facility names it.')],
            },
        ),
        migrations.CreateModel(
            name='ReportVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField()),
                ('text', models.TextField(blank=True)),
                ('drafted', models.BooleanField(default=False)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('section', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='visits.reportsection')),
            ],
            options={
                'ordering': ['section_id', '-revision'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('section', 'revision'), name='visits_report_version_once', violation_error_message='Somebody changed the section at the same moment. Send it again.')],
            },
        ),
    ]
