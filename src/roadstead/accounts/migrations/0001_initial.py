import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('email', models.EmailField(max_length=254, unique=True, verbose_name='e-mail address')),
                ('name', models.CharField(max_length=100, verbose_name='name')),
                ('organisation', models.CharField(blank=True, max_length=150, verbose_name='organisation')),
                ('language', models.CharField(default='en', max_length=10, verbose_name='language')),
                ('time_zone', models.CharField(default='UTC', max_length=50, verbose_name='time zone')),
                ('is_active', models.BooleanField(default=True, verbose_name='may sign in')),
                ('invented', models.BooleanField(default=False, verbose_name='made up for the demonstration')),
                ('joined_at', models.DateTimeField(verbose_name='since')),
            ],
            options={
                'ordering': ['name', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('email', django.db.models.functions.text.Lower('email'))), name='accounts_user_email_lower', violation_error_message='An e-mail address is kept in small letters.'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='accounts_user_name', violation_error_message='Give the name by which colleagues know this person.')],
            },
        ),
        migrations.CreateModel(
            name='Grant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('operator', 'Ship operator'), ('authority', 'Designated Authority'), ('facility', 'Port facility security officer'), ('embassy', 'Embassy'), ('agency', 'Other agency'), ('liaison', 'Liaison officer'), ('watch', 'Captain of the Port watch'), ('analyst', 'Analyst'), ('headquarters', 'Programme headquarters'), ('administrator', 'Administrator')], max_length=15, verbose_name='role')),
                ('everywhere', models.BooleanField(default=False)),
                ('valid_from', models.DateTimeField(verbose_name='from')),
                ('valid_until', models.DateTimeField(blank=True, null=True, verbose_name='until')),
                ('reason', models.CharField(max_length=300, verbose_name='why')),
                ('given_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_why', models.CharField(blank=True, max_length=300)),
                ('given_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='grants', to=settings.AUTH_USER_MODEL)),
                ('withdrawn_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-given_at', '-pk'],
                'indexes': [models.Index(fields=['person', 'role'], name='accounts_grant_of_person')],
                'constraints': [models.CheckConstraint(condition=models.Q(('role__in', ['operator', 'authority', 'facility', 'embassy', 'agency', 'liaison', 'watch', 'analyst', 'headquarters', 'administrator'])), name='accounts_grant_role', violation_error_message='There is no such role.'), models.CheckConstraint(condition=models.Q(('valid_until__isnull', True), ('valid_until__gt', models.F('valid_from')), _connector='OR'), name='accounts_grant_validity', violation_error_message='A role ends after it begins.'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='accounts_grant_reason', violation_error_message='Say why the role is given.'), models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', True), ('withdrawn_why', '')), models.Q(('withdrawn_at__isnull', False), models.Q(('withdrawn_why', ''), _negated=True)), _connector='OR'), name='accounts_grant_withdrawn_whole', violation_error_message='Say why the role is withdrawn.')],
            },
        ),
        migrations.CreateModel(
            name='GrantScope',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('country', 'countries'), ('facility', 'port facilities'), ('company', 'companies'), ('zone', 'Captain of the Port zones')], max_length=10)),
                ('value', models.CharField(max_length=80)),
                ('grant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='scopes', to='accounts.grant')),
            ],
            options={
                'ordering': ['kind', 'value'],
                'constraints': [models.UniqueConstraint(fields=('grant', 'kind', 'value'), name='accounts_grant_scope_once', violation_error_message='The role already reaches this.'), models.CheckConstraint(condition=models.Q(('kind__in', ['country', 'facility', 'company', 'zone']), models.Q(('value', ''), _negated=True)), name='accounts_grant_scope_kind', violation_error_message='A role reaches countries, facilities, companies or zones.')],
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(max_length=254, verbose_name='e-mail address')),
                ('name', models.CharField(max_length=100, verbose_name='name')),
                ('role', models.CharField(choices=[('operator', 'Ship operator'), ('authority', 'Designated Authority'), ('facility', 'Port facility security officer'), ('embassy', 'Embassy'), ('agency', 'Other agency'), ('liaison', 'Liaison officer'), ('watch', 'Captain of the Port watch'), ('analyst', 'Analyst'), ('headquarters', 'Programme headquarters'), ('administrator', 'Administrator')], max_length=15, verbose_name='role')),
                ('scopes', models.JSONField(default=list, verbose_name='what the role reaches')),
                ('role_until', models.DateTimeField(blank=True, null=True, verbose_name='the role ends')),
                ('reason', models.CharField(max_length=300, verbose_name='why')),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('invited_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('accepted_at', models.DateTimeField(blank=True, null=True)),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
                ('accepted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('invited_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('revoked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-invited_at', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('accepted_at__isnull', True), ('revoked_at__isnull', True), _connector='OR'), name='accounts_invitation_one_end', violation_error_message='An invitation is accepted or revoked, not both.'), models.CheckConstraint(condition=models.Q(('role__in', ['operator', 'authority', 'facility', 'embassy', 'agency', 'liaison', 'watch', 'analyst', 'headquarters', 'administrator'])), name='accounts_invitation_role', violation_error_message='There is no such role.')],
            },
        ),
        migrations.CreateModel(
            name='Notification',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(max_length=300)),
                ('url', models.CharField(blank=True, max_length=300)),
                ('at', models.DateTimeField()),
                ('read_at', models.DateTimeField(blank=True, null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notifications', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-at', '-pk'],
                'indexes': [models.Index(condition=models.Q(('read_at__isnull', True)), fields=['person', '-at'], name='accounts_notification_unread'), models.Index(fields=['person', '-at'], name='accounts_notification_of')],
            },
        ),
        migrations.CreateModel(
            name='Token',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, verbose_name='what it is for')),
                ('beginning', models.CharField(max_length=12, verbose_name='how it begins')),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('permissions', models.JSONField(default=list, verbose_name='rights')),
                ('made_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('last_used_at', models.DateTimeField(blank=True, null=True)),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tokens', to=settings.AUTH_USER_MODEL)),
                ('revoked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-made_at', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('expires_at__gt', models.F('made_at'))), name='accounts_token_expires', violation_error_message='A token expires after it was made.')],
            },
        ),
        migrations.CreateModel(
            name='Elevation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(max_length=300, verbose_name='why')),
                ('nonce_digest', models.CharField(max_length=64)),
                ('began_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='elevations', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-began_at', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='accounts_elevation_reason', violation_error_message='Say why elevated power is needed.'), models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('began_at'))), name='accounts_elevation_ends', violation_error_message='Elevated power ends after it begins.')],
            },
        ),
    ]
