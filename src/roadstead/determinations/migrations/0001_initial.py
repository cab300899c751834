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
            name='Case',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mark', models.CharField(choices=[('public', 'Public'), ('partner', 'Shared with States'), ('programme', 'Programme'), ('restricted', 'Restricted')], default='programme', max_length=10, verbose_name='who may see it')),
                ('mark_reason', models.CharField(max_length=300, verbose_name='why')),
                ('marked_at', models.DateTimeField()),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('level', models.CharField(choices=[('country', 'the country'), ('port', 'one port'), ('facility', 'one facility')], default='country', max_length=8, verbose_name='what is judged')),
                ('effect', models.CharField(choices=[('list', 'put on the list'), ('delist', 'take off the list'), ('except', 'except facilities'), ('withdraw', 'withdraw exceptions')], default='list', max_length=8, verbose_name='what it is to do')),
                ('rests', models.CharField(choices=[('visit', 'a visit (46 USC 70108(b))'), ('no_visit', 'no visit (46 USC 70108(e))'), ('third_party', 'a recognised third party (46 USC 70108(f))'), ('state_sponsor', 'a state sponsor of terrorism, deemed (46 USC 70108(g))')], default='visit', max_length=13, verbose_name='what it rests on')),
                ('procedure', models.CharField(max_length=80)),
                ('title', models.CharField(max_length=200, verbose_name='title')),
                ('finding', models.TextField(blank=True, max_length=10000, verbose_name='what was found')),
                ('state', models.CharField(choices=[('open', 'open'), ('signed', 'signed'), ('published', 'published'), ('dropped', 'dropped')], default='open', max_length=9)),
                ('dropped_why', models.CharField(blank=True, max_length=1000)),
                ('opened_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField()),
                ('edition', models.CharField(blank=True, max_length=80)),
                ('source_changed_at', models.DateTimeField(blank=True, null=True)),
                ('revision', models.PositiveIntegerField(default=1)),
                ('country', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.country')),
                ('marked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('people', models.ManyToManyField(blank=True, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('port', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.port')),
                ('states', models.ManyToManyField(blank=True, related_name='+', to='registry.country')),
            ],
            options={
                'ordering': ['-opened_at', '-pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'indexes': [models.Index(fields=['country', '-opened_at'], name='determinations_case_country'), models.Index(fields=['state', '-changed_at'], name='determinations_case_state')],
                'constraints': [models.CheckConstraint(condition=models.Q(('mark__in', ['public', 'partner', 'programme', 'restricted'])), name='determinations_case_mark', violation_error_message='A mark is public, shared with States, programme or restricted.'), models.CheckConstraint(condition=models.Q(('mark_reason', ''), _negated=True), name='determinations_case_mark_reason', violation_error_message='Say why the record is marked so.'), models.CheckConstraint(condition=models.Q(models.Q(('level', 'port'), ('port__isnull', False)), models.Q(models.Q(('level', 'port'), _negated=True), ('port__isnull', True)), _connector='OR'), name='determinations_case_level', violation_error_message='A case about a port names the port; no other does.'), models.CheckConstraint(condition=models.Q(('effect__in', ['list', 'delist', 'except', 'withdraw']), ('level__in', ['country', 'port', 'facility']), ('rests__in', ['visit', 'no_visit', 'third_party', 'state_sponsor']), ('state__in', ['open', 'signed', 'published', 'dropped'])), name='determinations_case_values', violation_error_message='There is no such kind of case.'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'dropped'), models.Q(('dropped_why', ''), _negated=True)), models.Q(models.Q(('state', 'dropped'), _negated=True), ('dropped_why', '')), _connector='OR'), name='determinations_case_dropped', violation_error_message='Say why the case is dropped.'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'published'), models.Q(('edition', ''), _negated=True)), models.Q(models.Q(('state', 'published'), _negated=True), ('edition', '')), _connector='OR'), name='determinations_case_published', violation_error_message='A published case names its edition; no other does.'), models.UniqueConstraint(condition=models.Q(('level', 'country'), ('state', 'open')), fields=('country', 'effect'), name='determinations_case_one_open', violation_error_message='There is an open case of this kind for the country already.')],
            },
        ),
        migrations.CreateModel(
            name='CaseDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('step', models.CharField(max_length=40)),
                ('day', models.DateField(blank=True, null=True, verbose_name='day')),
                ('why', models.CharField(blank=True, max_length=1000, verbose_name='why it was left out')),
                ('told', models.CharField(blank=True, max_length=300, verbose_name='how it is known')),
                ('entered_at', models.DateTimeField()),
                ('replaced_at', models.DateTimeField(blank=True, null=True)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='days', to='determinations.case')),
                ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['case_id', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(condition=models.Q(('replaced_at__isnull', True)), fields=('case', 'step'), name='determinations_day_once', violation_error_message='This step has a day already.'), models.CheckConstraint(condition=models.Q(models.Q(('day__isnull', False), ('why', '')), models.Q(('day__isnull', True), models.Q(('why', ''), _negated=True)), _connector='OR'), name='determinations_day_or_why', violation_error_message='Give the day, or say why the step was left out.')],
            },
        ),
        migrations.CreateModel(
            name='CaseFacility',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tier', models.CharField(default='excepted', max_length=11)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='facilities', to='determinations.case')),
                ('facility', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.facility')),
            ],
            options={
                'ordering': ['case_id', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('case', 'facility'), name='determinations_facility_once', violation_error_message='The facility is in the case already.'), models.CheckConstraint(condition=models.Q(('tier__in', ('excepted', 'duties_only', 'carved_out'))), name='determinations_facility_tier', violation_error_message='There is no such kind of exception.')],
            },
        ),
        migrations.CreateModel(
            name='CasePause',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('start', models.DateField(verbose_name='from')),
                ('end', models.DateField(blank=True, null=True, verbose_name='runs again on')),
                ('why', models.CharField(max_length=1000, verbose_name='why')),
                ('entered_at', models.DateTimeField()),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pauses', to='determinations.case')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['case_id', 'start'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.CheckConstraint(condition=models.Q(('end__isnull', True), ('end__gt', models.F('start')), _connector='OR'), name='determinations_pause_forwards', violation_error_message='The clock runs again after the day on which it stopped.'), models.CheckConstraint(condition=models.Q(('why', ''), _negated=True), name='determinations_pause_why', violation_error_message='Say why the clock stands still.'), models.UniqueConstraint(condition=models.Q(('end__isnull', True)), fields=('case',), name='determinations_pause_one_open', violation_error_message='The clock stands still already.')],
            },
        ),
        migrations.CreateModel(
            name='Evidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('record', models.CharField(blank=True, max_length=60)),
                ('key', models.BigIntegerField(blank=True, null=True)),
                ('title', models.CharField(max_length=200, verbose_name='title')),
                ('text', models.TextField(max_length=10000, verbose_name='what it says')),
                ('source', models.CharField(max_length=200, verbose_name='where it comes from')),
                ('dated', models.DateField(verbose_name='day it speaks of')),
                ('digest', models.CharField(max_length=71)),
                ('host', models.BooleanField(default=False, verbose_name='the State may see it')),
                ('taken_at', models.DateTimeField()),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('removed_why', models.CharField(blank=True, max_length=1000)),
                ('found_changed_at', models.DateTimeField(blank=True, null=True)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='evidence', to='determinations.case')),
                ('taken_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['case_id', 'number'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('case', 'number'), name='determinations_evidence_number', violation_error_message='Two sources have one number.'), models.UniqueConstraint(condition=models.Q(('key__isnull', False), ('removed_at__isnull', True)), fields=('case', 'record', 'key'), name='determinations_evidence_once', violation_error_message='This record is in the case already.'), models.CheckConstraint(condition=models.Q(models.Q(('removed_at__isnull', True), ('removed_why', '')), models.Q(('removed_at__isnull', False), models.Q(('removed_why', ''), _negated=True)), _connector='OR'), name='determinations_evidence_removed', violation_error_message='Say why it is taken out.')],
            },
        ),
        migrations.CreateModel(
            name='Signature',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('part', models.CharField(choices=[('proposer', 'proposes'), ('reviewer', 'reviews'), ('signer', 'signs')], max_length=8)),
                ('at', models.DateTimeField()),
                ('digest', models.CharField(max_length=71)),
                ('words', models.CharField(blank=True, max_length=1000, verbose_name='note')),
                ('void_at', models.DateTimeField(blank=True, null=True)),
                ('void_why', models.CharField(blank=True, max_length=1000)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='signatures', to='determinations.case')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['case_id', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(condition=models.Q(('void_at__isnull', True)), fields=('case', 'part'), name='determinations_signature_part', violation_error_message='Somebody has done this part already.'), models.UniqueConstraint(condition=models.Q(('void_at__isnull', True)), fields=('case', 'person'), name='determinations_signature_person', violation_error_message='Three people, each for their part: you have done one already.'), models.CheckConstraint(condition=models.Q(models.Q(('void_at__isnull', True), ('void_why', '')), models.Q(('void_at__isnull', False), models.Q(('void_why', ''), _negated=True)), _connector='OR'), name='determinations_signature_void', violation_error_message='A signature that ended says why.')],
            },
        ),
    ]
