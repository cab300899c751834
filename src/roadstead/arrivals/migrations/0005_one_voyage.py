from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("arrivals", "0004_measures")]

    operations = [
        migrations.AddIndex(
            model_name="arrival",
            index=models.Index(fields=["voyage"], name="arrivals_arrival_voyage"),
        ),
        migrations.AddConstraint(
            model_name="arrival",
            constraint=models.UniqueConstraint(
                condition=models.Q(("voyage", ""), _negated=True),
                fields=("voyage", "company"),
                name="arrivals_arrival_one_voyage",
                violation_error_message="This voyage was announced already.",
            ),
        ),
    ]
