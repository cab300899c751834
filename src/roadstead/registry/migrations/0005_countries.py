import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('registry', '0004_facilities'),
    ]

    operations = [
        migrations.AddField(
            model_name='grouping',
            name='note',
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name='grouping',
            name='members_known',
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name='membership',
            name='note',
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.CreateModel(
            name='CountryTimezone',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.CharField(max_length=200, verbose_name='source')),
                ('as_of', models.DateField(blank=True, null=True, verbose_name='day of the source')),
                ('name', models.CharField(max_length=60)),
                ('country', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='timezones', to='registry.country')),
            ],
            options={
                'ordering': ['name'],
                'constraints': [models.UniqueConstraint(fields=('country', 'name'), name='registry_country_timezone_once', violation_error_message='The country already has this time zone.')],
            },
        ),
    ]
