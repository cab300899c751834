"""Remarks of hosts, owners who are known, answers that do not stand, and the identifier of progress."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("engagement", "0003_people"),
        ("visits", "0004_report"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            "checklistanswer", "device", models.CharField(blank=True, max_length=64, default=""), False
        ),
        migrations.AddField("checklistanswer", "others", models.JSONField(default=list)),
        migrations.AddField("progress", "uid", models.UUIDField(editable=False, null=True, unique=True)),
        migrations.AddField(
            "recommendation",
            "owner_contact",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="engagement.contact",
            ),
        ),
        migrations.AddField(
            "recommendation",
            "owner_user",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            "recommendation",
            models.CheckConstraint(
                condition=models.Q(("owner_contact__isnull", True), ("owner_user__isnull", True), _connector="OR"),
                name="visits_recommendation_one_owner",
                violation_error_message="One person sees to a recommendation.",
            ),
        ),
        migrations.CreateModel(
            name="ObservationRemark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("text", models.CharField(max_length=2000, verbose_name="remark")),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "observation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="remarks", to="visits.observation"
                    ),
                ),
            ],
            options={
                "ordering": ["observation_id", "at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
            },
        ),
    ]
