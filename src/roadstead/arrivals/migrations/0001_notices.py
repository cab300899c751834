import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('registry', '0006_reconciliation'),
    ]

    operations = [
        migrations.CreateModel(
            name='Rejudgement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('book', models.CharField(max_length=80, unique=True)),
                ('began_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('looked_at', models.PositiveIntegerField(default=0)),
                ('changed', models.PositiveIntegerField(default=0)),
            ],
            options={
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='Arrival',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('outcome', models.CharField(choices=[('applies', 'Conditions of entry apply'), ('does_not_apply', 'No conditions'), ('cannot_tell', 'Cannot tell yet')], max_length=14, verbose_name='verdict')),
                ('caught', models.PositiveSmallIntegerField()),
                ('unclear', models.PositiveSmallIntegerField()),
                ('unmet', models.CharField(blank=True, max_length=20)),
                ('unsure', models.CharField(blank=True, max_length=20)),
                ('boarding', models.CharField(max_length=10)),
                ('armed_guards', models.CharField(max_length=30)),
                ('question', models.CharField(blank=True, max_length=500)),
                ('edition', models.CharField(blank=True, max_length=80)),
                ('book', models.CharField(max_length=80)),
                ('judged_at', models.DateTimeField()),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('ship', models.CharField(blank=True, max_length=200, verbose_name='ship')),
                ('imo', models.CharField(blank=True, max_length=7, verbose_name='IMO number')),
                ('flag', models.CharField(blank=True, max_length=2, verbose_name='flag')),
                ('port', models.CharField(max_length=5, verbose_name='port')),
                ('eta', models.DateTimeField(verbose_name='expected')),
                ('received_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField()),
                ('number', models.PositiveIntegerField(default=1)),
                ('zone', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.zone')),
            ],
            options={
                'ordering': ['eta', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'indexes': [models.Index(fields=['eta', 'id'], name='arrivals_arrival_eta'), models.Index(fields=['book'], name='arrivals_arrival_book'), models.Index(fields=['imo', 'eta'], name='arrivals_arrival_ship')],
                'constraints': [models.CheckConstraint(condition=models.Q(('outcome__in', ['applies', 'does_not_apply', 'cannot_tell'])), name='arrivals_arrival_outcome', violation_error_message='Conditions apply, do not apply, or it cannot be told.')],
            },
        ),
        migrations.CreateModel(
            name='Received',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('current', models.BooleanField(default=True)),
                ('content', models.TextField()),
                ('sha256', models.CharField(max_length=64, unique=True)),
                ('origin', models.CharField(choices=[('import', 'import'), ('page', 'page'), ('api', 'API'), ('folder', 'folder')], max_length=10)),
                ('received_at', models.DateTimeField()),
                ('arrival', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='arrivals.arrival')),
                ('taken_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-number'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('arrival', 'number'), name='arrivals_received_numbered', violation_error_message='This version of the notice is there already.'), models.UniqueConstraint(condition=models.Q(('current', True)), fields=('arrival',), name='arrivals_received_one_current', violation_error_message='One version of a notice counts.')],
            },
        ),
        migrations.CreateModel(
            name='Verdict',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('outcome', models.CharField(choices=[('applies', 'Conditions of entry apply'), ('does_not_apply', 'No conditions'), ('cannot_tell', 'Cannot tell yet')], max_length=14, verbose_name='verdict')),
                ('caught', models.PositiveSmallIntegerField()),
                ('unclear', models.PositiveSmallIntegerField()),
                ('unmet', models.CharField(blank=True, max_length=20)),
                ('unsure', models.CharField(blank=True, max_length=20)),
                ('boarding', models.CharField(max_length=10)),
                ('armed_guards', models.CharField(max_length=30)),
                ('question', models.CharField(blank=True, max_length=500)),
                ('edition', models.CharField(blank=True, max_length=80)),
                ('book', models.CharField(max_length=80)),
                ('judged_at', models.DateTimeField()),
                ('number', models.PositiveIntegerField()),
                ('cause', models.CharField(choices=[('received', 'notice received'), ('updated', 'notice updated'), ('rules', 'advisory changed')], max_length=10)),
                ('known_at', models.DateField()),
                ('digest', models.CharField(max_length=80)),
                ('arrival', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='verdicts', to='arrivals.arrival')),
            ],
            options={
                'ordering': ['-pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.CheckConstraint(condition=models.Q(('outcome__in', ['applies', 'does_not_apply', 'cannot_tell'])), name='arrivals_verdict_outcome', violation_error_message='Conditions apply, do not apply, or it cannot be told.')],
            },
        ),
        migrations.CreateModel(
            name='Change',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('cause', models.CharField(choices=[('received', 'notice received'), ('updated', 'notice updated'), ('rules', 'advisory changed')], max_length=10)),
                ('queued_at', models.DateTimeField()),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
                ('word', models.CharField(blank=True, max_length=500)),
                ('arrival', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='arrivals.arrival')),
                ('settled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('after', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='arrivals.verdict')),
                ('before', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='arrivals.verdict')),
            ],
            options={
                'ordering': ['-pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'indexes': [models.Index(fields=['settled_at', 'queued_at'], name='arrivals_change_open')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('settled_at__isnull', True), ('settled_by__isnull', True), ('word', '')), models.Q(('settled_at__isnull', False), ('settled_by__isnull', False), models.Q(('word', ''), _negated=True)), _connector='OR'), name='arrivals_change_settled_whole', violation_error_message='Say what follows from the change.')],
            },
        ),
    ]
