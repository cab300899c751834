from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("arrivals", "0005_one_voyage")]

    operations = [
        migrations.AddField(model_name="sending", name="counts", field=models.JSONField(default=dict)),
    ]
