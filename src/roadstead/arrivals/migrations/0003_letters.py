import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('arrivals', '0002_acting'),
        ('registry', '0006_reconciliation'),
    ]

    operations = [
        migrations.CreateModel(
            name='Letter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('conditions', 'Conditions letter'), ('guards_required', 'Guard requirement'), ('guards_waived', 'Guard waiver'), ('order', 'Captain of the Port order'), ('denial', 'Denial of entry'), ('receipt', 'Receipt'), ('withdrawal', 'Withdrawal')], max_length=20)),
                ('year', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('number', models.PositiveIntegerField(blank=True, null=True)),
                ('addressee', models.CharField(max_length=200)),
                ('subject', models.CharField(max_length=200)),
                ('text', models.TextField(max_length=20000)),
                ('grounds', models.JSONField(default=list)),
                ('revision', models.PositiveIntegerField(default=1)),
                ('written_at', models.DateTimeField()),
                ('signed_as', models.CharField(blank=True, max_length=120)),
                ('signed_at', models.DateTimeField(blank=True, null=True)),
                ('content', models.TextField(blank=True)),
                ('digest', models.CharField(blank=True, max_length=80)),
                ('paper', models.BinaryField(blank=True, null=True)),
                ('arrival', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='letters', to='arrivals.arrival')),
                ('decision', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='arrivals.decision')),
                ('signed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('verdict', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='arrivals.verdict')),
                ('withdraws', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='arrivals.letter')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('zone', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.zone')),
            ],
            options={
                'ordering': ['-pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'indexes': [models.Index(fields=['signed_at'], name='arrivals_letter_signed')],
                'constraints': [models.UniqueConstraint(fields=('zone', 'year', 'number'), name='arrivals_letter_numbered', violation_error_message='This number is another letter’s.'), models.UniqueConstraint(condition=models.Q(('signed_at__isnull', False)), fields=('withdraws',), name='arrivals_letter_withdrawn_once', violation_error_message='This letter was withdrawn already.'), models.CheckConstraint(condition=models.Q(models.Q(('digest', ''), ('number__isnull', True), ('signed_at__isnull', True), ('signed_by__isnull', True), ('year__isnull', True)), models.Q(('number__isnull', False), ('signed_at__isnull', False), ('signed_by__isnull', False), ('year__isnull', False), models.Q(('digest', ''), _negated=True)), _connector='OR'), name='arrivals_letter_signed_whole', violation_error_message='A letter is signed with a number and a digest, or not at all.'), models.CheckConstraint(condition=models.Q(('kind__in', ['conditions', 'guards_required', 'guards_waived', 'order', 'denial', 'receipt', 'withdrawal']), models.Q(models.Q(('kind', 'withdrawal'), _negated=True), ('withdraws__isnull', False), _connector='OR')), name='arrivals_letter_kind', violation_error_message='A withdrawal names the letter that it withdraws.'), models.CheckConstraint(condition=models.Q(('withdraws__isnull', True), models.Q(('withdraws', models.F('id')), _negated=True), _connector='OR'), name='arrivals_letter_not_itself', violation_error_message='A letter does not withdraw itself.')],
            },
        ),
        migrations.CreateModel(
            name='LetterSent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('to', models.EmailField(max_length=254)),
                ('link', models.CharField(max_length=64, unique=True)),
                ('link_until', models.DateTimeField()),
                ('sent_at', models.DateTimeField()),
                ('letter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sent', to='arrivals.letter')),
                ('sent_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='LetterSeries',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField()),
                ('last', models.PositiveIntegerField(default=0)),
                ('zone', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.zone')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('zone', 'year'), name='arrivals_letterseries_once', violation_error_message='This zone counts its letters of the year already.')],
            },
        ),
        migrations.CreateModel(
            name='Settled',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('path', models.CharField(max_length=20)),
                ('said', models.CharField(blank=True, max_length=500)),
                ('port', models.CharField(max_length=5)),
                ('settled_at', models.DateTimeField()),
                ('arrival', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='settled', to='arrivals.arrival')),
                ('settled_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('arrival', 'said'), name='arrivals_settled_once', violation_error_message='This place was settled already.')],
            },
        ),
        migrations.CreateModel(
            name='CallReported',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveSmallIntegerField()),
                ('country', models.CharField(max_length=2)),
                ('port', models.CharField(blank=True, max_length=5)),
                ('number', models.CharField(blank=True, max_length=200)),
                ('name', models.CharField(blank=True, max_length=200)),
                ('departed', models.DateTimeField()),
                ('declaration', models.CharField(blank=True, max_length=20)),
                ('security_level_2', models.CharField(max_length=7)),
                ('access_points_guarded', models.CharField(max_length=7)),
                ('logged', models.CharField(max_length=7)),
                ('reported', models.CharField(max_length=7)),
                ('arrival', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='calls_reported', to='arrivals.arrival')),
            ],
            options={
                'ordering': ['-departed', '-pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'indexes': [models.Index(fields=['number', 'departed'], name='arrivals_callreported_number'), models.Index(fields=['country', 'name'], name='arrivals_callreported_name')],
            },
        ),
    ]
