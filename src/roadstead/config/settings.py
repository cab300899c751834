"""Django settings. Everything that differs between installations is read in `environment`."""

import os

from roadstead.config import environment

ENVIRONMENT = environment.read(os.environ)
REPOSITORY = environment.REPOSITORY

SECRET_KEY = ENVIRONMENT.secret_key
DEBUG = False  # no face of the product ever shows a traceback; errors go to the log
ALLOWED_HOSTS = list(ENVIRONMENT.allowed_hosts)
DATABASES = {"default": ENVIRONMENT.database}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",  # allauth stands on it; its own permissions and groups are not used
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "django_cotton.apps.SimpleAppConfig",
    "csp",
    "roadstead.common",
    "roadstead.search",
    "roadstead.audit",
    "roadstead.accounts",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "roadstead.files",
    "roadstead.registry",
    "roadstead.engagement",
    "roadstead.determinations",
    "roadstead.hosting",
    "roadstead.visits",
    "roadstead.training",
    "roadstead.assessments",
    "roadstead.advisories",
    "roadstead.arrivals",
    "roadstead.analytics",
    "roadstead.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "roadstead.advisories.middleware.one_book",
    "roadstead.arrivals.middleware.decisions_at_once",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "roadstead.web.middleware.permissions_policy",
    "roadstead.web.middleware.says_it_is_invented",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "roadstead.accounts.middleware.viewer",
    "roadstead.accounts.middleware.ClosedByDefault",
    "roadstead.accounts.signin.middleware.SecondFactorFirst",
    "roadstead.accounts.refusals.Refusals",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "roadstead.config.urls"
WSGI_APPLICATION = "roadstead.config.wsgi.application"
APPEND_SLASH = True

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": False,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "roadstead.web.context.site",
            ],
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django_cotton.cotton_loader.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "builtins": [
                "django_cotton.templatetags.cotton",
                "django.templatetags.i18n",
                "django.templatetags.static",
                "roadstead.web.templatetags.roadstead",
            ],
        },
    }
]

COTTON_ISOLATE_BY_DEFAULT = True  # a component sees what it is given, never a namesake of the page around it

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English")]
LOCALE_PATHS = [REPOSITORY / "src/roadstead/web/locale"]
USE_I18N = True
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = ENVIRONMENT.data_dir / "staticfiles"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "roadstead.web.errors.csrf_failure"
if ENVIRONMENT.https:
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENVIRONMENT.trusted_proxies else None
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
    CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_SECURE = True

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["roadstead.accounts.backends.Backend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/me/home/"
SESSION_COOKIE_AGE = 12 * 3_600  # seconds: a working day and its overtime
SESSION_COOKIE_HTTPONLY = True
PASSWORD_RESET_TIMEOUT = 3_600  # seconds that a link for a new password is good
SESSION_COOKIE_SAMESITE = "Lax"  # Strict would lose the session on the way back from an OpenID provider
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
# Length and a list of common ones; no rules of letters and digits, which make passwords worse (NIST SP 800-63B).
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "roadstead.accounts.passwords.LongButCommon"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name", "email")},
    },
]
ACCOUNT_ADAPTER = "roadstead.accounts.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_NOTIFICATIONS = True  # a word to the owner at every change of a password or second factor
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True  # also before another e-mail address, by which a password could be set
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300  # seconds
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False  # the session that changed it stays; every other is out
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Roadstead: "
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if ENVIRONMENT.https else "http"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "10/m/ip,5/5m/key"}
MFA_ADAPTER = "roadstead.accounts.factor_adapter.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "roadstead.accounts.factor_adapter.CodeForm",
    "add_webauthn": "roadstead.accounts.factor_adapter.PasskeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Roadstead"
MFA_TOTP_TOLERANCE = 1  # steps of half a minute that a clock may be off
MFA_RECOVERY_CODES_SHOW_ONCE = True
SOCIALACCOUNT_ADAPTER = "roadstead.accounts.adapters.ProviderAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True  # whom the provider vouches for by a verified address, and only then
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_PROVIDERS = ENVIRONMENT.openid_providers
RECOVERY_HOURS = ENVIRONMENT.recovery_hours  # that an owner has to stop what a help desk was talked into
USERSESSIONS_TRACK_ACTIVITY = False  # writing at every reading; what a session did stands in the log

EMAIL_BACKEND = ENVIRONMENT.email_backend
DEFAULT_FROM_EMAIL = ENVIRONMENT.email_from
vars().update(ENVIRONMENT.email_server)
OUTBOX = ENVIRONMENT.data_dir / "outbox"
SITE_ADDRESS = ENVIRONMENT.site  # of links in messages that a worker sends

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],  # USWDS draws its icons as data URLs
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],  # the map's worker is a file of ours
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 1_048_576  # bytes; a notice of 500 calls is under 200 kB
# Files of a form go straight to a folder of ours on the disk, at most a few, and each no further than the limit.
FILE_UPLOAD_HANDLERS = ["roadstead.files.handler.IntoFolder"]
DATA_UPLOAD_MAX_NUMBER_FILES = 5
LARGEST_UPLOAD = ENVIRONMENT.largest_upload_mb * 1_048_576  # bytes
DECISIONS_PER_MINUTE = ENVIRONMENT.decisions_per_minute
TRUSTED_PROXIES = ENVIRONMENT.trusted_proxies
DATA_DIR = ENVIRONMENT.data_dir
NOTICES_FOLDER = ENVIRONMENT.notices_folder  # where files with notices are put down; None for none

CACHES = {
    # Who tried how often to sign in, and which codes were used: one for every process of the installation.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_limit",
        "OPTIONS": {"MAX_ENTRIES": 200_000},  # so that no flood of names pushes a limit out before its time
    },
    "memory": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}
