import django.db.models.deletion
import roadstead.common.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='ReferenceLoad',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, verbose_name='digest of every source and of the loader itself')),
                ('loaded_at', models.DateTimeField()),
                ('by', models.CharField(max_length=100)),
                ('seconds', models.FloatField()),
                ('report', models.JSONField()),
            ],
            options={
                'ordering': ['-loaded_at', '-pk'],
                'get_latest_by': ['loaded_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Zone',
            fields=[
                ('name', models.CharField(max_length=80, primary_key=True, serialize=False)),
                ('district', models.CharField(max_length=20, verbose_name='Coast Guard district, old ordinal name')),
                ('district_renamed', models.CharField(blank=True, max_length=30, verbose_name="the district's name since July 2025")),
                ('as_of', models.DateField(verbose_name='day of the source')),
                ('source', models.CharField(max_length=200)),
                ('retired', models.BooleanField(default=False, verbose_name='no longer in the sources')),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Country',
            fields=[
                ('code', models.CharField(max_length=2, primary_key=True, serialize=False, verbose_name='ISO 3166-1 code')),
                ('kind', models.CharField(choices=[('country', 'country or territory in ISO 3166-1'), ('withdrawn', 'code withdrawn from ISO 3166-1'), ('area', 'area outside any country, in UN/LOCODE only')], default='country', max_length=10)),
                ('alpha3', models.CharField(blank=True, max_length=3)),
                ('numeric', models.CharField(blank=True, max_length=3)),
                ('name', models.CharField(max_length=100)),
                ('official_name', models.CharField(blank=True, max_length=150)),
                ('region', models.CharField(blank=True, max_length=60, verbose_name='UN M49 region')),
                ('subregion', models.CharField(blank=True, max_length=60, verbose_name='UN M49 subregion')),
                ('coast', models.CharField(choices=[('coastal', 'coastal'), ('landlocked', 'landlocked'), ('unknown', 'unknown')], default='unknown', max_length=10)),
                ('coastline_km', models.PositiveIntegerField(blank=True, null=True)),
                ('coast_source', models.CharField(blank=True, max_length=100)),
                ('capital', models.CharField(blank=True, max_length=100)),
                ('latitude', models.DecimalField(blank=True, decimal_places=5, max_digits=8, null=True, verbose_name='latitude of the capital')),
                ('longitude', models.DecimalField(blank=True, decimal_places=5, max_digits=9, null=True)),
                ('withdrawn', models.CharField(blank=True, max_length=10, verbose_name='year or day the code was withdrawn')),
                ('retired', models.BooleanField(default=False, verbose_name='no longer in the sources')),
            ],
            options={
                'verbose_name_plural': 'countries',
                'ordering': ['name', 'code'],
                'constraints': [models.CheckConstraint(condition=models.Q(('code__length', 2)), name='registry_country_code_length', violation_error_message='A country code has two letters, as in KH.'), models.CheckConstraint(condition=models.Q(models.Q(('coast', 'landlocked'), _negated=True), ('coastline_km__isnull', True), ('coastline_km', 0), _connector='OR'), name='registry_country_landlocked_no_coastline', violation_error_message='A landlocked country has no coastline.'), models.CheckConstraint(condition=models.Q(('latitude__isnull', True), models.Q(('latitude__gte', -90), ('latitude__lte', 90)), _connector='OR'), name='registry_country_latitude', violation_error_message='A latitude lies between 90 south and 90 north.'), models.CheckConstraint(condition=models.Q(('longitude__isnull', True), models.Q(('longitude__gte', -180), ('longitude__lte', 180)), _connector='OR'), name='registry_country_longitude', violation_error_message='A longitude lies between 180 west and 180 east.')],
            },
        ),
        migrations.CreateModel(
            name='Port',
            fields=[
                ('locode', roadstead.common.fields.SearchKeyField(max_length=5, primary_key=True, serialize=False, verbose_name='UN/LOCODE')),
                ('name', models.CharField(max_length=100)),
                ('subdivision', models.CharField(blank=True, max_length=3, verbose_name='ISO 3166-2 subdivision, without the country')),
                ('latitude', models.DecimalField(blank=True, decimal_places=5, max_digits=8, null=True)),
                ('longitude', models.DecimalField(blank=True, decimal_places=5, max_digits=9, null=True)),
                ('position_source', models.CharField(blank=True, choices=[('', 'no position'), ('unlocode', 'UN/LOCODE'), ('searoute', 'searoute'), ('authored', 'set by hand')], max_length=10)),
                ('position_check', models.CharField(blank=True, choices=[('', 'no position'), ('agreed', 'two sources agree within 60 nautical miles'), ('surrounded', 'lies among other places of its country and subdivision'), ('authored', 'set by hand, with the reason'), ('no_country', 'lies outside any country, nothing to hold it against')], max_length=10)),
                ('position_note', models.CharField(blank=True, max_length=200)),
                ('status', models.CharField(blank=True, max_length=2, verbose_name='status of the UN/LOCODE entry')),
                ('functions', models.CharField(blank=True, max_length=8, verbose_name='functions in UN/LOCODE')),
                ('reason', models.CharField(choices=[('function', 'UN/LOCODE gives it the function of a port'), ('searoute', 'searoute lists it as a port'), ('zone', 'named in the list of Captain of the Port zones'), ('advisory', 'named in a port security advisory'), ('alias', 'named in our own table of names')], max_length=10)),
                ('standing', models.PositiveSmallIntegerField(choices=[(0, 'sea port with terminals, or named by the Coast Guard'), (1, 'port in two sources'), (2, 'port in one source'), (3, 'code requested, not yet approved')])),
                ('retired', models.BooleanField(default=False, verbose_name='no longer in the sources')),
                ('country', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ports', to='registry.country')),
            ],
            options={
                'ordering': ['name', 'locode'],
                'indexes': [models.Index(fields=['country', 'standing', 'name'], name='registry_port_by_country')],
                'constraints': [models.CheckConstraint(condition=models.Q(('locode__length', 5)), name='registry_port_locode_length', violation_error_message='A UN/LOCODE has five characters without a space, as in USHOU.'), models.CheckConstraint(condition=models.Q(models.Q(('latitude__isnull', True), ('longitude__isnull', True), ('position_check', ''), ('position_source', '')), models.Q(('latitude__isnull', False), ('longitude__isnull', False), models.Q(('position_source', ''), _negated=True), models.Q(('position_check', ''), _negated=True)), _connector='OR'), name='registry_port_whole_position', violation_error_message='A position has a latitude, a longitude, a source and a check, or none.'), models.CheckConstraint(condition=models.Q(('latitude__isnull', True), models.Q(('latitude__gte', -90), ('latitude__lte', 90)), _connector='OR'), name='registry_port_latitude', violation_error_message='A latitude lies between 90 south and 90 north.'), models.CheckConstraint(condition=models.Q(('longitude__isnull', True), models.Q(('longitude__gte', -180), ('longitude__lte', 180)), _connector='OR'), name='registry_port_longitude', violation_error_message='A longitude lies between 180 west and 180 east.')],
            },
        ),
        migrations.CreateModel(
            name='PortName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100)),
                ('kind', models.CharField(choices=[('official', 'name in UN/LOCODE'), ('alternative', 'also called'), ('former', 'formerly'), ('alias', 'known in the trade as')], max_length=12)),
                ('folded', roadstead.common.fields.SearchKeyField(max_length=80)),
                ('skeleton', roadstead.common.fields.SearchKeyField(max_length=80)),
                ('port', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='names', to='registry.port')),
            ],
            options={
                'indexes': [models.Index(fields=['skeleton'], name='registry_port_skeleton')],
                'constraints': [models.UniqueConstraint(fields=('port', 'folded'), name='registry_port_name_once', violation_error_message='The port already has this name.')],
            },
        ),
        migrations.CreateModel(
            name='PortNameWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', roadstead.common.fields.SearchKeyField(max_length=80)),
                ('position', models.PositiveSmallIntegerField(verbose_name='how many words stand before')),
                ('name', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='words', to='registry.portname')),
            ],
            options={
                'indexes': [models.Index(fields=['key', 'position'], name='registry_port_word_key')],
                'constraints': [models.UniqueConstraint(fields=('name', 'position'), name='registry_port_word_once', violation_error_message='The name is already kept from this word on.')],
            },
        ),
        migrations.CreateModel(
            name='ZoneMembership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('named_as', models.CharField(max_length=80, verbose_name="the port's name in the source")),
                ('confidence', models.CharField(choices=[('verified', 'verified'), ('unverified', 'unverified'), ('conflict', 'the source places it in two zones')], max_length=10)),
                ('as_of', models.DateField(verbose_name='day of the source')),
                ('source', models.CharField(max_length=200)),
                ('note', models.CharField(blank=True, max_length=300)),
                ('port', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='zone_memberships', to='registry.port')),
                ('zone', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='registry.zone')),
            ],
            options={
                'ordering': ['zone', 'port'],
                'constraints': [models.UniqueConstraint(fields=('port', 'zone', 'as_of'), name='registry_zone_membership_once', violation_error_message='The port is already in this zone at this date.'), models.UniqueConstraint(condition=models.Q(('confidence', 'conflict'), _negated=True), fields=('port', 'as_of'), name='registry_zone_membership_one_zone', violation_error_message='A port lies in one zone, unless its source contradicts itself.')],
            },
        ),
        migrations.CreateModel(
            name='CountryName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=3)),
                ('name', models.CharField(max_length=150)),
                ('folded', roadstead.common.fields.SearchKeyField(max_length=80)),
                ('main', models.BooleanField(verbose_name='the name to show in this language')),
                ('country', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='names', to='registry.country')),
            ],
            options={
                'indexes': [models.Index(fields=['folded'], name='registry_country_folded')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('main', True)), fields=('country', 'language'), name='registry_country_name_one_main', violation_error_message='A country has one name to show in each language.'), models.UniqueConstraint(fields=('country', 'language', 'name'), name='registry_country_name_once', violation_error_message='The country already has this name in this language.')],
            },
        ),
    ]
