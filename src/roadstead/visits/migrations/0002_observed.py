import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("registry", "0006_reconciliation"),
        ("visits", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ChecklistAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("element", models.CharField(max_length=10)),
                (
                    "looked",
                    models.CharField(
                        choices=[
                            ("seen", "seen"),
                            ("not_seen", "looked for, not seen"),
                            ("not_looked_at", "not looked at"),
                        ],
                        default="not_looked_at",
                        max_length=13,
                    ),
                ),
                ("device_at", models.DateTimeField()),
                ("at", models.DateTimeField()),
                ("server_at", models.DateTimeField()),
                ("revision", models.PositiveIntegerField(default=1)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "facility",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.facility",
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="answers", to="visits.visit"
                    ),
                ),
            ],
            options={
                "ordering": ["visit_id", "facility_id", "element"],
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Observation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "mark",
                    models.CharField(
                        choices=[
                            ("public", "Public"),
                            ("partner", "Shared with States"),
                            ("programme", "Programme"),
                            ("restricted", "Restricted"),
                        ],
                        default="programme",
                        max_length=10,
                        verbose_name="who may see it",
                    ),
                ),
                ("mark_reason", models.CharField(max_length=300, verbose_name="why")),
                ("marked_at", models.DateTimeField()),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[("shortfall", "shortfall"), ("strength", "strength"), ("beyond", "beyond the Code")],
                        max_length=9,
                        verbose_name="kind",
                    ),
                ),
                ("element", models.CharField(blank=True, max_length=10, verbose_name="element")),
                ("reference", models.CharField(blank=True, max_length=60, verbose_name="ISPS reference")),
                ("text", models.TextField(max_length=5000, verbose_name="what was observed")),
                ("remark", models.TextField(blank=True, max_length=5000, verbose_name="the host’s remark")),
                ("noted_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField()),
                (
                    "state",
                    models.CharField(
                        choices=[("stands", "stands"), ("settled", "settled"), ("withdrawn", "withdrawn")],
                        default="stands",
                        max_length=9,
                    ),
                ),
                ("state_why", models.CharField(blank=True, max_length=300)),
                ("revision", models.PositiveIntegerField(default=1)),
                (
                    "country",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.country"
                    ),
                ),
                (
                    "facility",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.facility",
                    ),
                ),
                (
                    "marked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("people", models.ManyToManyField(blank=True, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("states", models.ManyToManyField(blank=True, related_name="+", to="registry.country")),
                (
                    "visit",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="visits.visit"),
                ),
            ],
            options={
                "ordering": ["-noted_at", "-pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="BestPractice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "mark",
                    models.CharField(
                        choices=[
                            ("public", "Public"),
                            ("partner", "Shared with States"),
                            ("programme", "Programme"),
                            ("restricted", "Restricted"),
                        ],
                        default="programme",
                        max_length=10,
                        verbose_name="who may see it",
                    ),
                ),
                ("mark_reason", models.CharField(max_length=300, verbose_name="why")),
                ("marked_at", models.DateTimeField()),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("text", models.TextField(max_length=10000, verbose_name="text")),
                ("elements", models.JSONField(default=list, verbose_name="elements")),
                ("cargo", models.JSONField(blank=True, default=list, verbose_name="kinds of cargo")),
                ("consent_by", models.CharField(blank=True, max_length=150, verbose_name="who agreed for the host")),
                ("consent_on", models.DateField(blank=True, null=True, verbose_name="agreed on")),
                ("written_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_why", models.CharField(blank=True, max_length=300)),
                ("revision", models.PositiveIntegerField(default=1)),
                (
                    "marked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "origin",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.country"
                    ),
                ),
                (
                    "origin_facility",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.facility",
                    ),
                ),
                ("people", models.ManyToManyField(blank=True, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("states", models.ManyToManyField(blank=True, related_name="+", to="registry.country")),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "origin_observation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="visits.observation",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "best practice",
                "ordering": ["title", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Recommendation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "mark",
                    models.CharField(
                        choices=[
                            ("public", "Public"),
                            ("partner", "Shared with States"),
                            ("programme", "Programme"),
                            ("restricted", "Restricted"),
                        ],
                        default="programme",
                        max_length=10,
                        verbose_name="who may see it",
                    ),
                ),
                ("mark_reason", models.CharField(max_length=300, verbose_name="why")),
                ("marked_at", models.DateTimeField()),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "toward",
                    models.CharField(
                        choices=[("host", "the host"), ("programme", "the programme")],
                        default="host",
                        max_length=9,
                        verbose_name="to",
                    ),
                ),
                ("text", models.TextField(max_length=5000, verbose_name="what is recommended")),
                ("owner", models.CharField(max_length=150, verbose_name="who sees to it")),
                ("due_on", models.DateField(verbose_name="due")),
                ("before", models.TextField(blank=True, max_length=5000, verbose_name="how it was")),
                ("after", models.TextField(blank=True, max_length=5000, verbose_name="how it is")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "open"),
                            ("in_progress", "in progress"),
                            ("done", "said to be done"),
                            ("closed", "closed"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="open",
                        max_length=11,
                    ),
                ),
                ("withdrawn_why", models.CharField(blank=True, max_length=300)),
                ("made_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField()),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("revision", models.PositiveIntegerField(default=1)),
                (
                    "country",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.country"
                    ),
                ),
                (
                    "done_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "facility",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.facility",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "marked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "observation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="visits.observation",
                    ),
                ),
                ("people", models.ManyToManyField(blank=True, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("states", models.ManyToManyField(blank=True, related_name="+", to="registry.country")),
                (
                    "visit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="visits.visit",
                    ),
                ),
            ],
            options={
                "ordering": ["due_on", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Progress",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.CharField(blank=True, max_length=2000)),
                (
                    "before",
                    models.CharField(
                        choices=[
                            ("open", "open"),
                            ("in_progress", "in progress"),
                            ("done", "said to be done"),
                            ("closed", "closed"),
                            ("withdrawn", "withdrawn"),
                        ],
                        max_length=11,
                    ),
                ),
                (
                    "after",
                    models.CharField(
                        choices=[
                            ("open", "open"),
                            ("in_progress", "in progress"),
                            ("done", "said to be done"),
                            ("closed", "closed"),
                            ("withdrawn", "withdrawn"),
                        ],
                        max_length=11,
                    ),
                ),
                (
                    "side",
                    models.CharField(choices=[("host", "the host"), ("programme", "the programme")], max_length=9),
                ),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="progress", to="visits.recommendation"
                    ),
                ),
            ],
            options={
                "ordering": ["recommendation_id", "at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "found",
                    models.CharField(
                        choices=[
                            ("done", "done"),
                            ("partly", "done in part"),
                            ("not_done", "not done"),
                            ("not_looked_at", "not looked at"),
                        ],
                        default="not_looked_at",
                        max_length=13,
                    ),
                ),
                ("before", models.TextField(blank=True, max_length=5000)),
                ("after", models.TextField(blank=True, max_length=5000)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reviews", to="visits.recommendation"
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="visits.visit"),
                ),
            ],
            options={
                "ordering": ["visit_id", "recommendation_id"],
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="VisitNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "mark",
                    models.CharField(
                        choices=[
                            ("public", "Public"),
                            ("partner", "Shared with States"),
                            ("programme", "Programme"),
                            ("restricted", "Restricted"),
                        ],
                        default="programme",
                        max_length=10,
                        verbose_name="who may see it",
                    ),
                ),
                ("mark_reason", models.CharField(max_length=300, verbose_name="why")),
                ("marked_at", models.DateTimeField()),
                ("uid", models.UUIDField(editable=False, unique=True)),
                ("element", models.CharField(blank=True, max_length=10, verbose_name="element")),
                ("text", models.TextField(blank=True, max_length=10000, verbose_name="note")),
                ("remark", models.TextField(blank=True, max_length=10000, verbose_name="the host’s remark")),
                ("stamps", models.JSONField(default=dict)),
                ("begun_at", models.DateTimeField()),
                ("device_at", models.DateTimeField(blank=True, null=True, verbose_name="begun, by the device’s clock")),
                ("revision", models.PositiveIntegerField(default=1)),
                (
                    "begun_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "facility",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.facility",
                    ),
                ),
                (
                    "marked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("people", models.ManyToManyField(blank=True, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("states", models.ManyToManyField(blank=True, related_name="+", to="registry.country")),
                (
                    "visit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="notes", to="visits.visit"
                    ),
                ),
            ],
            options={
                "ordering": ["begun_at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="NoteOther",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("field", models.CharField(max_length=10)),
                ("value", models.TextField()),
                ("device_at", models.DateTimeField()),
                ("at", models.DateTimeField()),
                ("server_at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "note",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="others", to="visits.visitnote"
                    ),
                ),
            ],
            options={
                "ordering": ["note_id", "at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
            },
        ),
        migrations.AddConstraint(
            model_name="checklistanswer",
            constraint=models.UniqueConstraint(
                fields=("visit", "facility", "element"),
                name="visits_checklist_once",
                violation_error_message="This element has its answer already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="checklistanswer",
            constraint=models.UniqueConstraint(
                condition=models.Q(("facility__isnull", True)),
                fields=("visit", "element"),
                name="visits_checklist_state_once",
                violation_error_message="This element has its answer already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="checklistanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("looked__in", ["seen", "not_seen", "not_looked_at"])),
                name="visits_checklist_looked",
                violation_error_message="An element was seen, looked for and not seen, or not looked at.",
            ),
        ),
        migrations.AddIndex(
            model_name="observation",
            index=models.Index(fields=["country", "-noted_at"], name="visits_observation_country"),
        ),
        migrations.AddIndex(
            model_name="observation",
            index=models.Index(fields=["visit", "kind"], name="visits_observation_visit"),
        ),
        migrations.AddIndex(
            model_name="observation",
            index=models.Index(fields=["facility", "state"], name="visits_observation_facility"),
        ),
        migrations.AddConstraint(
            model_name="observation",
            constraint=models.CheckConstraint(
                condition=models.Q(("mark__in", ["public", "partner", "programme", "restricted"])),
                name="visits_observation_mark",
                violation_error_message="A mark is public, shared with States, programme or restricted.",
            ),
        ),
        migrations.AddConstraint(
            model_name="observation",
            constraint=models.CheckConstraint(
                condition=models.Q(("mark_reason", ""), _negated=True),
                name="visits_observation_mark_reason",
                violation_error_message="Say why the record is marked so.",
            ),
        ),
        migrations.AddConstraint(
            model_name="observation",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["shortfall", "strength", "beyond"])),
                name="visits_observation_kind",
                violation_error_message="An observation is a shortfall, a strength, or beyond the Code.",
            ),
        ),
        migrations.AddConstraint(
            model_name="observation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "shortfall"), _negated=True),
                    models.Q(("reference", ""), _negated=True),
                    _connector="OR",
                ),
                name="visits_observation_reference",
                violation_error_message="A shortfall has its ISPS reference.",
            ),
        ),
        migrations.AddConstraint(
            model_name="observation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "settled"), _negated=True), ("kind", "shortfall"), _connector="OR"
                ),
                name="visits_observation_settled",
                violation_error_message="Only a shortfall is settled.",
            ),
        ),
        migrations.AddConstraint(
            model_name="observation",
            constraint=models.CheckConstraint(
                condition=models.Q(("state", "stands"), models.Q(("state_why", ""), _negated=True), _connector="OR"),
                name="visits_observation_why",
                violation_error_message="Say why.",
            ),
        ),
        migrations.AddConstraint(
            model_name="bestpractice",
            constraint=models.CheckConstraint(
                condition=models.Q(("mark__in", ["public", "partner", "programme", "restricted"])),
                name="visits_bestpractice_mark",
                violation_error_message="A mark is public, shared with States, programme or restricted.",
            ),
        ),
        migrations.AddConstraint(
            model_name="bestpractice",
            constraint=models.CheckConstraint(
                condition=models.Q(("mark_reason", ""), _negated=True),
                name="visits_bestpractice_mark_reason",
                violation_error_message="Say why the record is marked so.",
            ),
        ),
        migrations.AddConstraint(
            model_name="bestpractice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("mark__in", ("public", "partner")), _negated=True),
                    models.Q(models.Q(("consent_by", ""), _negated=True), ("consent_on__isnull", False)),
                    _connector="OR",
                ),
                name="visits_best_practice_consent",
                violation_error_message="It is released once its host has agreed: say who, and when.",
            ),
        ),
        migrations.AddConstraint(
            model_name="bestpractice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_why", "")),
                    models.Q(("withdrawn_at__isnull", False), models.Q(("withdrawn_why", ""), _negated=True)),
                    _connector="OR",
                ),
                name="visits_best_practice_withdrawn",
                violation_error_message="Say why it is withdrawn.",
            ),
        ),
        migrations.AddIndex(
            model_name="recommendation",
            index=models.Index(fields=["country", "state", "due_on"], name="visits_recommendation_open"),
        ),
        migrations.AddIndex(
            model_name="recommendation",
            index=models.Index(fields=["state", "due_on"], name="visits_recommendation_due"),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.CheckConstraint(
                condition=models.Q(("mark__in", ["public", "partner", "programme", "restricted"])),
                name="visits_recommendation_mark",
                violation_error_message="A mark is public, shared with States, programme or restricted.",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.CheckConstraint(
                condition=models.Q(("mark_reason", ""), _negated=True),
                name="visits_recommendation_mark_reason",
                violation_error_message="Say why the record is marked so.",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["open", "in_progress", "done", "closed", "withdrawn"])),
                name="visits_recommendation_state",
                violation_error_message="There is no such state of a recommendation.",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "closed"), _negated=True),
                    models.Q(
                        ("done_by__isnull", False),
                        ("ended_by__isnull", False),
                        models.Q(("ended_by", models.F("done_by")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="visits_recommendation_second_person",
                violation_error_message="A recommendation is closed by another person than who said it is done.",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("ended_at__isnull", False), ("ended_by__isnull", False), ("state__in", ("closed", "withdrawn"))
                    ),
                    models.Q(
                        ("ended_at__isnull", True),
                        ("ended_by__isnull", True),
                        ("state__in", ("open", "in_progress", "done")),
                    ),
                    _connector="OR",
                ),
                name="visits_recommendation_ended",
                violation_error_message="What has ended says when and by whom.",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "withdrawn"), models.Q(("withdrawn_why", ""), _negated=True)),
                    models.Q(models.Q(("state", "withdrawn"), _negated=True), ("withdrawn_why", "")),
                    _connector="OR",
                ),
                name="visits_recommendation_withdrawn",
                violation_error_message="Say why it is withdrawn.",
            ),
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.UniqueConstraint(
                fields=("visit", "recommendation"),
                name="visits_review_once",
                violation_error_message="This visit has reviewed it already.",
            ),
        ),
        migrations.AddIndex(
            model_name="visitnote",
            index=models.Index(fields=["visit", "begun_at"], name="visits_note_visit"),
        ),
        migrations.AddConstraint(
            model_name="visitnote",
            constraint=models.CheckConstraint(
                condition=models.Q(("mark__in", ["public", "partner", "programme", "restricted"])),
                name="visits_visitnote_mark",
                violation_error_message="A mark is public, shared with States, programme or restricted.",
            ),
        ),
        migrations.AddConstraint(
            model_name="visitnote",
            constraint=models.CheckConstraint(
                condition=models.Q(("mark_reason", ""), _negated=True),
                name="visits_visitnote_mark_reason",
                violation_error_message="Say why the record is marked so.",
            ),
        ),
        migrations.AddConstraint(
            model_name="visitnote",
            constraint=models.CheckConstraint(
                condition=models.Q(("mark__in", ("programme", "restricted"))),
                name="visits_note_within",
                violation_error_message="Notes of a visit stay within the programme; share an observation.",
            ),
        ),
    ]
