import datetime

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('registry', '0003_portfolios'),
    ]

    operations = [
        migrations.AddField(
            model_name='facilityimport',
            name='exported_on',
            field=models.DateField(default=datetime.date(2026, 1, 1), verbose_name='day of the export'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='facilityimport',
            name='vanished',
            field=models.JSONField(default=list),
        ),
        migrations.AddIndex(
            model_name='facilityimportrow',
            index=models.Index(fields=['number', 'of'], name='registry_import_row_number'),
        ),
    ]
