import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '__first__'),
        ('arrivals', '0001_notices'),
        ('registry', '0006_reconciliation'),
    ]

    operations = [
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('no_conditions', 'No conditions'), ('verified', 'Conditions verified'), ('examine_at_sea', 'Examine at sea'), ('examine_at_berth', 'Examine at the berth'), ('guards_required', 'Armed guards required'), ('guards_waived', 'Armed guards waived'), ('held', 'Held'), ('denied', 'Entry denied'), ('recommended_only', 'Recommended measures only')], max_length=20)),
                ('proposed', models.CharField(choices=[('no_conditions', 'No conditions'), ('verified', 'Conditions verified'), ('examine_at_sea', 'Examine at sea'), ('examine_at_berth', 'Examine at the berth'), ('guards_required', 'Armed guards required'), ('guards_waived', 'Armed guards waived'), ('held', 'Held'), ('denied', 'Entry denied'), ('recommended_only', 'Recommended measures only')], max_length=20)),
                ('reason', models.CharField(blank=True, max_length=500)),
                ('until', models.DateTimeField(blank=True, null=True)),
                ('decided_at', models.DateTimeField()),
                ('arrival', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='decisions', to='arrivals.arrival')),
                ('decided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('verdict', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='arrivals.verdict')),
            ],
            options={
                'ordering': ['-pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['no_conditions', 'verified', 'examine_at_sea', 'examine_at_berth', 'guards_required', 'guards_waived', 'held', 'denied', 'recommended_only']), ('proposed__in', ['no_conditions', 'verified', 'examine_at_sea', 'examine_at_berth', 'guards_required', 'guards_waived', 'held', 'denied', 'recommended_only'])), name='arrivals_decision_kind', violation_error_message='Choose one of the decisions.'), models.CheckConstraint(condition=models.Q(('kind', models.F('proposed')), models.Q(('reason', ''), _negated=True), _connector='OR'), name='arrivals_decision_reason', violation_error_message='Say why it is decided otherwise than proposed.'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'guards_waived'), _negated=True), models.Q(models.Q(('reason', ''), _negated=True), ('until__isnull', False)), _connector='OR'), name='arrivals_decision_waived', violation_error_message='Say why guards are waived, and until when.')],
            },
        ),
        migrations.CreateModel(
            name='HandOver',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('since', models.DateTimeField()),
                ('until', models.DateTimeField()),
                ('text', models.TextField(blank=True, max_length=10000)),
                ('happened', models.JSONField(default=list)),
                ('taken_at', models.DateTimeField(blank=True, null=True)),
                ('handed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('taken_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('zone', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.zone')),
            ],
            options={
                'ordering': ['-pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.CheckConstraint(condition=models.Q(('until__gte', models.F('since'))), name='arrivals_handover_span', violation_error_message='A watch ends after it began.')],
            },
        ),
        migrations.CreateModel(
            name='Message',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('side', models.CharField(choices=[('watch', 'the watch'), ('ship', 'the ship’s side')], max_length=5)),
                ('text', models.CharField(max_length=10000)),
                ('field', models.CharField(blank=True, max_length=80)),
                ('value', models.CharField(blank=True, max_length=500)),
                ('sent_to', models.CharField(blank=True, max_length=254)),
                ('link', models.CharField(blank=True, max_length=64)),
                ('link_until', models.DateTimeField(blank=True, null=True)),
                ('written_as', models.CharField(blank=True, max_length=200)),
                ('written_at', models.DateTimeField()),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
                ('answers', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='arrivals.message')),
                ('arrival', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='messages', to='arrivals.arrival')),
                ('written_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(condition=models.Q(('link', ''), _negated=True), fields=('link',), name='arrivals_message_link', violation_error_message='This link is another question’s.'), models.UniqueConstraint(fields=('answers',), name='arrivals_message_answered_once', violation_error_message='This question was answered already.')],
            },
        ),
        migrations.CreateModel(
            name='Note',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('text', models.CharField(max_length=10000)),
                ('written_at', models.DateTimeField()),
                ('arrival', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notes', to='arrivals.arrival')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='Sending',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('origin', models.CharField(choices=[('import', 'import'), ('page', 'page'), ('api', 'API'), ('folder', 'folder')], max_length=10)),
                ('name', models.CharField(blank=True, max_length=200)),
                ('sha256', models.CharField(max_length=64)),
                ('size', models.PositiveIntegerField()),
                ('received_at', models.DateTimeField()),
                ('company', models.CharField(blank=True, max_length=200)),
                ('told', models.JSONField(default=list)),
                ('sent_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'indexes': [models.Index(fields=['sha256'], name='arrivals_sending_digest')],
            },
        ),
        migrations.CreateModel(
            name='Ship',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('company', models.CharField(max_length=200, verbose_name='company')),
                ('imo', models.CharField(max_length=7, verbose_name='IMO number')),
                ('name', models.CharField(blank=True, max_length=200, verbose_name='name')),
                ('added_at', models.DateTimeField()),
                ('left_at', models.DateTimeField(blank=True, null=True)),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['name', 'imo', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(condition=models.Q(('left_at__isnull', True)), fields=('imo',), name='arrivals_ship_one_fleet', violation_error_message='This ship is in a fleet already.'), models.CheckConstraint(condition=models.Q(('imo__length', 7)), name='arrivals_ship_imo', violation_error_message='An IMO number has seven digits.')],
            },
        ),
        migrations.AddField(
            model_name='arrival',
            name='agent',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='arrival',
            name='agent_email',
            field=models.CharField(blank=True, max_length=254),
        ),
        migrations.AddField(
            model_name='arrival',
            name='assigned_to',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='arrival',
            name='attention',
            field=models.CharField(choices=[('look', 'to be looked at'), ('asked', 'waits for an answer'), ('decided', 'decided'), ('quiet', 'nothing to do'), ('cancelled', 'cancelled by the ship'), ('over', 'over')], default='look', max_length=10),
        ),
        migrations.AddField(
            model_name='arrival',
            name='company',
            field=models.CharField(blank=True, max_length=200, verbose_name='company'),
        ),
        migrations.AddField(
            model_name='arrival',
            name='disposition',
            field=models.CharField(blank=True, choices=[('no_conditions', 'No conditions'), ('verified', 'Conditions verified'), ('examine_at_sea', 'Examine at sea'), ('examine_at_berth', 'Examine at the berth'), ('guards_required', 'Armed guards required'), ('guards_waived', 'Armed guards waived'), ('held', 'Held'), ('denied', 'Entry denied'), ('recommended_only', 'Recommended measures only')], max_length=20),
        ),
        migrations.AddField(
            model_name='arrival',
            name='notice_id',
            field=models.CharField(blank=True, max_length=80, verbose_name='number of the notice'),
        ),
        migrations.AddField(
            model_name='arrival',
            name='revision',
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AddField(
            model_name='arrival',
            name='unknown',
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='arrival',
            name='voyage',
            field=models.CharField(blank=True, max_length=80),
        ),
        migrations.AddField(
            model_name='arrival',
            name='why',
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.AddField(
            model_name='received',
            name='asked',
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name='received',
            name='differences',
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name='received',
            name='findings',
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name='received',
            name='missing',
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name='received',
            name='stored',
            field=models.TextField(blank=True),
        ),
        migrations.AlterField(
            model_name='change',
            name='cause',
            field=models.CharField(choices=[('received', 'notice received'), ('updated', 'notice updated'), ('rules', 'advisory changed'), ('measures', 'measures reported'), ('answer', 'question answered')], max_length=10),
        ),
        migrations.AlterField(
            model_name='verdict',
            name='cause',
            field=models.CharField(choices=[('received', 'notice received'), ('updated', 'notice updated'), ('rules', 'advisory changed'), ('measures', 'measures reported'), ('answer', 'question answered')], max_length=10),
        ),
        migrations.AddIndex(
            model_name='arrival',
            index=models.Index(fields=['attention', 'eta', 'unknown'], name='arrivals_arrival_queue'),
        ),
        migrations.AddIndex(
            model_name='arrival',
            index=models.Index(fields=['zone', 'attention', 'eta'], name='arrivals_arrival_zone'),
        ),
        migrations.AddIndex(
            model_name='arrival',
            index=models.Index(fields=['notice_id'], name='arrivals_arrival_notice'),
        ),
        migrations.AddIndex(
            model_name='arrival',
            index=models.Index(fields=['company', 'eta'], name='arrivals_arrival_company'),
        ),
        migrations.AddConstraint(
            model_name='arrival',
            constraint=models.CheckConstraint(condition=models.Q(('attention__in', ['look', 'asked', 'decided', 'quiet', 'cancelled', 'over']), models.Q(('attention', 'decided'), ('disposition', ''), _negated=True)), name='arrivals_arrival_attention', violation_error_message='Decided is what somebody has decided.'),
        ),
        migrations.AddField(
            model_name='received',
            name='sending',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='arrivals.sending'),
        ),
    ]
