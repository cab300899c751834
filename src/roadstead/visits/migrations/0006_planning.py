"""The step before notice: others are asked, and it is recorded what the host gains; states held by the database."""

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from roadstead.visits import state_guard


def lay(apps: Any, schema_editor: Any) -> None:
    state_guard.lay(schema_editor.connection)


def take_away(apps: Any, schema_editor: Any) -> None:
    state_guard.take_away(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [
        ("registry", "0006_reconciliation"),
        ("visits", "0005_observed_hosts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Asking',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('first_on', models.DateField()),
                ('last_on', models.DateField()),
                ('answer_by', models.DateField(verbose_name='an answer is asked for until')),
                ('words', models.CharField(blank=True, max_length=300, verbose_name='a word to them')),
                ('people', models.PositiveSmallIntegerField()),
                ('at', models.DateTimeField()),
                ('void_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('visit', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='askings', to='visits.visit')),
            ],
            options={
                'ordering': ['visit_id', '-pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(condition=models.Q(('void_at__isnull', True)), fields=('visit',), name='visits_asking_once', violation_error_message='The embassy and agencies were asked about these days already.'), models.CheckConstraint(condition=models.Q(('last_on__gte', models.F('first_on'))), name='visits_asking_days', violation_error_message='A visit ends on the day on which it begins, or later.')],
            },
        ),
        migrations.CreateModel(
            name='AskingReply',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', models.CharField(max_length=150, verbose_name='for')),
                ('answer', models.CharField(choices=[('join', 'we come along'), ('combine', 'combine it with a visit of ours'), ('avoid', 'please choose other days'), ('clear', 'nothing of ours then')], max_length=8)),
                ('why', models.CharField(blank=True, max_length=300)),
                ('at', models.DateTimeField()),
                ('asking', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='replies', to='visits.asking')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['asking_id', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('asking', 'by'), name='visits_reply_once', violation_error_message='You have answered already; change that answer.'), models.CheckConstraint(condition=models.Q(models.Q(('answer', 'avoid'), _negated=True), models.Q(('why', ''), _negated=True), _connector='OR'), name='visits_reply_why', violation_error_message='Say which days, or why these are not good.'), models.CheckConstraint(condition=models.Q(('agency', ''), _negated=True), name='visits_reply_agency', violation_error_message='Say for whom you answer.')],
            },
        ),
        migrations.AddField(
            model_name='visit',
            name='deconflicted_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='visit',
            name='deconflicted_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='visit',
            name='redundancy',
            field=models.TextField(blank=True, max_length=2000, verbose_name='so that nobody comes twice'),
        ),
        migrations.AddField(
            model_name='visit',
            name='unasked_why',
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddConstraint(
            model_name='deconfliction',
            constraint=models.CheckConstraint(condition=models.Q(('answer', 'waiting'), models.Q(('answered_at__isnull', False), ('answered_by__isnull', False)), _connector='OR'), name='visits_deconfliction_answered', violation_error_message='An answer says by whom and when.'),
        ),
        migrations.AddConstraint(
            model_name='deconfliction',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answer', 'apart'), _negated=True), models.Q(('why', ''), _negated=True), _connector='OR'), name='visits_deconfliction_why', violation_error_message='Say why both stay as planned.'),
        ),
        migrations.AddConstraint(
            model_name='visit',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('proposed', 'planned')), _negated=True), ('notice_on__isnull', True), _connector='OR'), name='visits_visit_not_notified', violation_error_message='A visit that is proposed or planned has no notice yet.'),
        ),
        migrations.AddConstraint(
            model_name='visit',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('deconflicted_at__isnull', True), ('deconflicted_by__isnull', True)), models.Q(('deconflicted_at__isnull', False), ('deconflicted_by__isnull', False), models.Q(('benefit', ''), _negated=True), models.Q(('redundancy', ''), _negated=True)), _connector='OR'), name='visits_visit_deconflicted', violation_error_message='Say what the host gains, and how it is made sure that nobody comes twice.'),
        ),
        migrations.AddConstraint(
            model_name='visit',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('notified', 'agreed', 'under_way')), _negated=True), ('deconflicted_at__isnull', False), _connector='OR'), name='visits_visit_deconflicted_first', violation_error_message='Before notice is given it is recorded what the host gains, and who else comes.'),
        ),
        migrations.AddConstraint(
            model_name='visit',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'under_way'), _negated=True), ('clearance__in', ('granted', 'not_needed')), _connector='OR'), name='visits_visit_cleared', violation_error_message='A visit begins with country clearance, or where none is needed.'),
        ),
        migrations.AddConstraint(
            model_name='visit',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('clearance', 'not_asked'), ('clearance_on__isnull', False), _connector='OR'), models.Q(models.Q(('clearance__in', ('refused', 'not_needed')), _negated=True), models.Q(('clearance_note', ''), _negated=True), _connector='OR')), name='visits_visit_clearance', violation_error_message='Country clearance has its day; refused, or not needed, its reason.'),
        ),
        migrations.AddConstraint(
            model_name='visit',
            constraint=models.CheckConstraint(condition=models.Q(('follows__isnull', True), models.Q(('follows', models.F('pk')), _negated=True), _connector='OR'), name='visits_visit_follows', violation_error_message='A visit does not follow itself.'),
        ),
        migrations.AddConstraint(
            model_name='visitstep',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('after', 'proposed'), ('before', '')), models.Q(('after', 'made'), ('before', '')), models.Q(('after', 'reported'), ('before', '')), models.Q(('after', 'cancelled'), ('before', '')), models.Q(('after', 'planned'), ('before', 'proposed')), models.Q(('after', 'cancelled'), ('before', 'proposed')), models.Q(('after', 'notified'), ('before', 'planned')), models.Q(('after', 'proposed'), ('before', 'planned')), models.Q(('after', 'cancelled'), ('before', 'planned')), models.Q(('after', 'agreed'), ('before', 'notified')), models.Q(('after', 'under_way'), ('before', 'notified')), models.Q(('after', 'planned'), ('before', 'notified')), models.Q(('after', 'cancelled'), ('before', 'notified')), models.Q(('after', 'under_way'), ('before', 'agreed')), models.Q(('after', 'notified'), ('before', 'agreed')), models.Q(('after', 'cancelled'), ('before', 'agreed')), models.Q(('after', 'made'), ('before', 'under_way')), models.Q(('after', 'cancelled'), ('before', 'under_way')), models.Q(('after', 'reported'), ('before', 'made')), models.Q(('after', 'made'), ('before', 'reported')), models.Q(('after', 'proposed'), ('before', 'cancelled')), _connector='OR'), name='visits_step_way', violation_error_message='A visit does not go this way.'),
        ),
        migrations.RunPython(lay, take_away),
    ]
