import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '__first__'),
        ('engagement', '0004_interactions'),
        ('registry', '0006_reconciliation'),
    ]

    operations = [
        migrations.CreateModel(
            name='CommitmentMove',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('before', models.DateField(blank=True, null=True)),
                ('after', models.DateField(blank=True, null=True)),
                ('why', models.CharField(max_length=300)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('commitment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='engagement.commitment')),
            ],
            options={
                'ordering': ['commitment_id', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.CheckConstraint(condition=models.Q(('why', ''), _negated=True), name='engagement_move_why', violation_error_message='Say why the day of a promise is moved.')],
            },
        ),
        migrations.AddField(
            model_name='information',
            name='to_agencies',
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name='information',
            name='to_authorities',
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name='information',
            name='to_embassies',
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name='interaction',
            name='origin_said',
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AddField(
            model_name='interaction',
            name='origin_sequence',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddConstraint(
            model_name='information',
            constraint=models.CheckConstraint(condition=models.Q(('to_authorities', True), ('to_embassies', True), ('to_agencies', True), _connector='OR'), name='engagement_information_to_somebody', violation_error_message='Choose at least one: authorities, embassies or other agencies.'),
        ),
    ]
