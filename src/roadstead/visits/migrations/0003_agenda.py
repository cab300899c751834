import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('visits', '0002_observed'),
    ]

    operations = [
        migrations.CreateModel(
            name='Agenda',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('zone', models.CharField(default='UTC', max_length=60, verbose_name='time zone')),
                ('language', models.CharField(blank=True, max_length=3, verbose_name='the host’s language')),
                ('version', models.PositiveIntegerField(default=0)),
                ('begun_at', models.DateTimeField()),
                ('begun_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('visit', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='agenda', to='visits.visit')),
            ],
            options={
                'ordering': ['visit_id'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='AgendaItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(unique=True)),
                ('block', models.CharField(choices=[('government', 'Government engagement'), ('ports', 'Port visits'), ('embassy', 'Embassy')], max_length=10, verbose_name='part')),
                ('position', models.PositiveSmallIntegerField()),
                ('purpose', models.CharField(max_length=1000, verbose_name='purpose')),
                ('purpose_local', models.CharField(blank=True, max_length=1000)),
                ('place', models.CharField(blank=True, max_length=200, verbose_name='place')),
                ('starts_at', models.DateTimeField(blank=True, null=True)),
                ('ends_at', models.DateTimeField(blank=True, null=True)),
                ('zone', models.CharField(default='UTC', max_length=60, verbose_name='time zone')),
                ('people', models.TextField(blank=True, max_length=1000, verbose_name='people, with how to reach them')),
                ('language', models.CharField(blank=True, max_length=60, verbose_name='language spoken')),
                ('prepare', models.CharField(blank=True, max_length=1000, verbose_name='what the host is asked to prepare')),
                ('prepare_local', models.CharField(blank=True, max_length=1000)),
                ('travel_minutes', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='travel from the item before, minutes')),
                ('travel_by', models.CharField(blank=True, max_length=60, verbose_name='travel by')),
                ('side', models.CharField(choices=[('programme', 'the programme'), ('host', 'the host')], max_length=10)),
                ('by_name', models.CharField(max_length=150)),
                ('changed_at', models.DateTimeField()),
                ('revision', models.PositiveIntegerField(default=1)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_why', models.CharField(blank=True, max_length=300)),
                ('agenda', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='visits.agenda')),
            ],
            options={
                'ordering': ['agenda_id', 'position', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_at__isnull', True), models.Q(('ends_at__gt', models.F('starts_at')), ('starts_at__isnull', False)), _connector='OR'), name='visits_agenda_item_order', violation_error_message='An item ends after it begins.'), models.CheckConstraint(condition=models.Q(models.Q(('purpose', ''), _negated=True), models.Q(('purpose_local', ''), _negated=True), _connector='OR'), name='visits_agenda_item_purpose', violation_error_message='Say what the item is for.')],
            },
        ),
        migrations.CreateModel(
            name='AgendaLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, unique=True)),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('name', models.CharField(max_length=150, verbose_name='name')),
                ('email', models.EmailField(max_length=254, verbose_name='e-mail address')),
                ('language', models.CharField(blank=True, max_length=3, verbose_name='language')),
                ('given_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
                ('told_at', models.DateTimeField(blank=True, null=True)),
                ('used_at', models.DateTimeField(blank=True, null=True)),
                ('agenda', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='visits.agenda')),
                ('given_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['agenda_id', '-given_at', '-pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='AgendaAcceptance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('side', models.CharField(choices=[('programme', 'the programme'), ('host', 'the host')], max_length=10)),
                ('revision', models.PositiveIntegerField()),
                ('name', models.CharField(max_length=150)),
                ('at', models.DateTimeField()),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='acceptances', to='visits.agendaitem')),
                ('link', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='visits.agendalink')),
            ],
            options={
                'ordering': ['item_id', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('item', 'side', 'revision'), name='visits_agenda_accepted_once', violation_error_message='This side has accepted the item already.')],
            },
        ),
        migrations.CreateModel(
            name='AgendaLook',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField()),
                ('at', models.DateTimeField()),
                ('agenda', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='looks', to='visits.agenda')),
                ('link', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='looks', to='visits.agendalink')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('link__isnull', True), ('person__isnull', False)), models.Q(('link__isnull', False), ('person__isnull', True)), _connector='OR'), name='visits_agenda_look_whose', violation_error_message='A look is a person’s or a link’s.'), models.UniqueConstraint(condition=models.Q(('person__isnull', False)), fields=('agenda', 'person'), name='visits_agenda_look_person', violation_error_message='One look for each person.'), models.UniqueConstraint(condition=models.Q(('link__isnull', False)), fields=('link',), name='visits_agenda_look_link', violation_error_message='One look for each link.')],
            },
        ),
        migrations.CreateModel(
            name='AgendaUse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('what', models.CharField(choices=[('opened', 'opened the link'), ('said_who', 'said who they are'), ('read', 'read the agenda'), ('took', 'took a copy away'), ('wrote', 'changed the agenda'), ('accepted', 'accepted items'), ('agreed', 'agreed the whole agenda'), ('refused', 'was refused: the link was not good any more')], max_length=10)),
                ('name', models.CharField(blank=True, max_length=150)),
                ('own', models.BooleanField(null=True)),
                ('link', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='uses', to='visits.agendalink')),
            ],
            options={
                'ordering': ['link_id', '-at', '-pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='AgendaVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('snapshot', models.JSONField()),
                ('digest', models.CharField(max_length=71)),
                ('side', models.CharField(choices=[('programme', 'the programme'), ('host', 'the host')], max_length=10)),
                ('name', models.CharField(max_length=150)),
                ('at', models.DateTimeField()),
                ('agenda', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='visits.agenda')),
            ],
            options={
                'ordering': ['agenda_id', '-number'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('agenda', 'number'), name='visits_agenda_version_once', violation_error_message='Somebody changed the agenda at the same moment. Send it again.')],
            },
        ),
        migrations.CreateModel(
            name='AgendaAgreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=71)),
                ('side', models.CharField(choices=[('programme', 'the programme'), ('host', 'the host')], max_length=10)),
                ('name', models.CharField(max_length=150)),
                ('office', models.CharField(blank=True, max_length=150, verbose_name='office')),
                ('at', models.DateTimeField()),
                ('void_at', models.DateTimeField(null=True)),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('link', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='visits.agendalink')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='visits.agendaversion')),
            ],
            options={
                'ordering': ['version_id', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(condition=models.Q(('void_at__isnull', True)), fields=('version', 'side'), name='visits_agenda_agreed_once', violation_error_message='This side has agreed this version already.')],
            },
        ),
    ]
