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
            name='OtherVisit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mark', models.CharField(choices=[('public', 'Public'), ('partner', 'Shared with States'), ('programme', 'Programme'), ('restricted', 'Restricted')], default='programme', max_length=10, verbose_name='who may see it')),
                ('mark_reason', models.CharField(max_length=300, verbose_name='why')),
                ('marked_at', models.DateTimeField()),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('agency', models.CharField(max_length=150, verbose_name='agency')),
                ('first_on', models.DateField(verbose_name='first day')),
                ('last_on', models.DateField(verbose_name='last day')),
                ('purpose', models.CharField(max_length=300, verbose_name='purpose')),
                ('places', models.CharField(blank=True, max_length=300, verbose_name='places')),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('told_at', models.DateTimeField()),
                ('revision', models.PositiveIntegerField(default=1)),
                ('country', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.country')),
                ('marked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                ('people', models.ManyToManyField(blank=True, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('states', models.ManyToManyField(blank=True, related_name='+', to='registry.country')),
                ('told_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['first_on', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'indexes': [models.Index(fields=['country', 'first_on'], name='visits_other_country')],
                'constraints': [models.CheckConstraint(condition=models.Q(('mark__in', ['public', 'partner', 'programme', 'restricted'])), name='visits_othervisit_mark', violation_error_message='A mark is public, shared with States, programme or restricted.'), models.CheckConstraint(condition=models.Q(('mark_reason', ''), _negated=True), name='visits_othervisit_mark_reason', violation_error_message='Say why the record is marked so.'), models.CheckConstraint(condition=models.Q(('last_on__gte', models.F('first_on'))), name='visits_other_days', violation_error_message='A visit ends on the day on which it begins, or later.')],
            },
        ),
        migrations.CreateModel(
            name='Suspension',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('clock', models.CharField(choices=[('engagement', 'engagement, every 12 months'), ('assessment', 'assessment, every 36 months (46 USC 70108(d))')], max_length=10)),
                ('since', models.DateField(verbose_name='from')),
                ('until', models.DateField(blank=True, null=True, verbose_name='until, that day not included')),
                ('why', models.CharField(max_length=300)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('country', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.country')),
            ],
            options={
                'ordering': ['-since', '-pk'],
                'indexes': [models.Index(fields=['country', 'clock', '-since'], name='visits_suspension_country')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gt', models.F('since')), _connector='OR'), name='visits_suspension_order', violation_error_message='It ends after it begins.'), models.CheckConstraint(condition=models.Q(('why', ''), _negated=True), name='visits_suspension_why', violation_error_message='Say why it stands still.')],
            },
        ),
        migrations.CreateModel(
            name='Visit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mark', models.CharField(choices=[('public', 'Public'), ('partner', 'Shared with States'), ('programme', 'Programme'), ('restricted', 'Restricted')], default='programme', max_length=10, verbose_name='who may see it')),
                ('mark_reason', models.CharField(max_length=300, verbose_name='why')),
                ('marked_at', models.DateTimeField()),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('liaison', 'liaison visit'), ('assessment', 'formal assessment'), ('follow_up', 'follow-up visit'), ('seminar', 'seminar or workshop'), ('joint', 'joint visit with others')], max_length=10, verbose_name='kind')),
                ('purpose', models.CharField(choices=[('routine', 'due by its clock'), ('request', 'asked for by the host'), ('shortfall', 'to see what became of shortfalls'), ('relief', 'to see whether conditions can be lifted'), ('event', 'after an event'), ('training', 'training or a seminar')], default='routine', max_length=10, verbose_name='purpose')),
                ('title', models.CharField(blank=True, max_length=200, verbose_name='title')),
                ('aim', models.TextField(blank=True, max_length=2000, verbose_name='what it is to bring about')),
                ('benefit', models.TextField(blank=True, max_length=2000, verbose_name='benefit to the host')),
                ('first_on', models.DateField(blank=True, null=True, verbose_name='first day')),
                ('last_on', models.DateField(blank=True, null=True, verbose_name='last day')),
                ('state', models.CharField(choices=[('proposed', 'proposed'), ('planned', 'planned'), ('notified', 'notice given to the host'), ('agreed', 'agenda agreed'), ('under_way', 'under way'), ('made', 'made, report open'), ('reported', 'reported'), ('cancelled', 'cancelled')], default='proposed', max_length=10)),
                ('cancelled_why', models.CharField(blank=True, max_length=300)),
                ('clearance', models.CharField(choices=[('not_asked', 'not asked for'), ('asked', 'asked for'), ('granted', 'granted'), ('refused', 'refused'), ('not_needed', 'not needed')], default='not_asked', max_length=10, verbose_name='country clearance')),
                ('clearance_on', models.DateField(blank=True, null=True, verbose_name='since')),
                ('clearance_note', models.CharField(blank=True, max_length=300, verbose_name='reference or reason')),
                ('notice_on', models.DateField(blank=True, null=True, verbose_name='notice given to the host on')),
                ('proposed_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField()),
                ('revision', models.PositiveIntegerField(default=1)),
                ('country', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.country')),
                ('follows', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='visits.visit')),
                ('lead', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('marked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('people', models.ManyToManyField(blank=True, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('proposed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('states', models.ManyToManyField(blank=True, related_name='+', to='registry.country')),
            ],
            options={
                'ordering': ['-first_on', '-pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'indexes': [models.Index(fields=['country', '-first_on'], name='visits_visit_country'), models.Index(fields=['state', 'first_on'], name='visits_visit_state'), models.Index(fields=['lead', 'first_on'], name='visits_visit_lead')],
                'constraints': [models.CheckConstraint(condition=models.Q(('mark__in', ['public', 'partner', 'programme', 'restricted'])), name='visits_visit_mark', violation_error_message='A mark is public, shared with States, programme or restricted.'), models.CheckConstraint(condition=models.Q(('mark_reason', ''), _negated=True), name='visits_visit_mark_reason', violation_error_message='Say why the record is marked so.'), models.CheckConstraint(condition=models.Q(('state__in', ['proposed', 'planned', 'notified', 'agreed', 'under_way', 'made', 'reported', 'cancelled'])), name='visits_visit_state', violation_error_message='There is no such state of a visit.'), models.CheckConstraint(condition=models.Q(models.Q(('first_on__isnull', True), ('last_on__isnull', True)), models.Q(('first_on__isnull', False), ('last_on__gte', models.F('first_on'))), _connector='OR'), name='visits_visit_days', violation_error_message='A visit ends on the day on which it begins, or later.'), models.CheckConstraint(condition=models.Q(('state__in', ('proposed', 'cancelled')), ('first_on__isnull', False), _connector='OR'), name='visits_visit_dated', violation_error_message='A planned visit has its days.'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'cancelled'), models.Q(('cancelled_why', ''), _negated=True)), models.Q(models.Q(('state', 'cancelled'), _negated=True), ('cancelled_why', '')), _connector='OR'), name='visits_visit_cancelled', violation_error_message='Say why the visit is cancelled.'), models.CheckConstraint(condition=models.Q(('state__in', ('proposed', 'planned', 'cancelled')), ('notice_on__isnull', False), _connector='OR'), name='visits_visit_notified', violation_error_message='Say when the host was given notice.')],
            },
        ),
        migrations.CreateModel(
            name='TeamMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(blank=True, max_length=150, verbose_name='name')),
                ('agency', models.CharField(blank=True, max_length=150, verbose_name='agency')),
                ('role', models.CharField(choices=[('lead', 'leads the visit'), ('member', 'member of the team'), ('observer', 'observer')], default='member', max_length=8, verbose_name='part')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('visit', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='team', to='visits.visit')),
            ],
            options={
                'ordering': ['visit_id', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.CheckConstraint(condition=models.Q(('person__isnull', False), models.Q(('name', ''), _negated=True), _connector='OR'), name='visits_member_named', violation_error_message='Name the member of the team.'), models.UniqueConstraint(condition=models.Q(('person__isnull', False)), fields=('visit', 'person'), name='visits_member_once', violation_error_message='This person is in the team already.')],
            },
        ),
        migrations.CreateModel(
            name='Leg',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('place', models.CharField(blank=True, max_length=150, verbose_name='place')),
                ('first_on', models.DateField(verbose_name='from')),
                ('last_on', models.DateField(verbose_name='until')),
                ('travel_minutes', models.PositiveIntegerField(blank=True, null=True, verbose_name='travel from the place before, minutes')),
                ('travel_by', models.CharField(blank=True, max_length=60, verbose_name='travel by')),
                ('port', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.port')),
                ('visit', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='legs', to='visits.visit')),
            ],
            options={
                'ordering': ['visit_id', 'position'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('visit', 'position'), name='visits_leg_position', violation_error_message='Two legs have one place in the order.'), models.CheckConstraint(condition=models.Q(('port__isnull', False), models.Q(('place', ''), _negated=True), _connector='OR'), name='visits_leg_somewhere', violation_error_message='Say where this leg is.'), models.CheckConstraint(condition=models.Q(('last_on__gte', models.F('first_on'))), name='visits_leg_days', violation_error_message='A leg ends on the day on which it begins, or later.')],
            },
        ),
        migrations.CreateModel(
            name='Deconfliction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('answer', models.CharField(choices=[('waiting', 'not answered yet'), ('join', 'go together'), ('combine', 'combine into one programme'), ('avoid', 'move one of them'), ('apart', 'both as planned')], default='waiting', max_length=8)),
                ('why', models.CharField(blank=True, max_length=300)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deconflictions', to='visits.othervisit')),
                ('visit', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='deconflictions', to='visits.visit')),
            ],
            options={
                'ordering': ['visit_id', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('visit', 'other'), name='visits_deconfliction_once', violation_error_message='These two were held against each other already.')],
            },
        ),
        migrations.CreateModel(
            name='VisitStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('before', models.CharField(blank=True, max_length=10)),
                ('after', models.CharField(choices=[('proposed', 'proposed'), ('planned', 'planned'), ('notified', 'notice given to the host'), ('agreed', 'agenda agreed'), ('under_way', 'under way'), ('made', 'made, report open'), ('reported', 'reported'), ('cancelled', 'cancelled')], max_length=10)),
                ('at', models.DateTimeField()),
                ('why', models.CharField(blank=True, max_length=300)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('visit', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='visits.visit')),
            ],
            options={
                'ordering': ['visit_id', 'at', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='LegFacility',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('facility', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.facility')),
                ('leg', models.ForeignKey(on_delete=django.db.models.deletion.DO_NOTHING, related_name='facilities', to='visits.leg')),
            ],
            options={
                'ordering': ['leg_id', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('leg', 'facility'), name='visits_leg_facility_once', violation_error_message='The facility is on this leg already.')],
            },
        ),
    ]
