"""What the home page tells of the programme: the loop, the questions people ask, and where the answers come from."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise


@dataclass(frozen=True, slots=True)
class Link:
    """One link of the loop. `here` says how much of it this product does today: all, part or none."""

    name: Text
    sentence: Text
    here: str = "none"
    path: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A public text that a statement rests on."""

    label: Text
    address: str


@dataclass(frozen=True, slots=True)
class Section:
    """A question with its answer, which stands in a template of the same name."""

    anchor: str
    question: Text
    short: Text
    sources: tuple[Source, ...]

    @property
    def template(self) -> str:
        return f"web/programme/{self.anchor}.html"


LOOP = (
    Link(_("Engage"), _("Liaison officers keep in touch with port States all year round.")),
    Link(_("Visit"), _("Both sides agree on an agenda, then look at ports together.")),
    Link(_("Assess"), _("What was seen is held against the ISPS Code and the law.")),
    Link(_("Determine"), _("The Coast Guard finds the security effective, or not, and tells the government.")),
    Link(_("Advise"), _("Where it stays ineffective, an advisory names the country."), "all", "/advisory/"),
    Link(_("Screen"), _("Each ship’s last five foreign ports are held against the list."), "all", "/check/"),
    Link(_("Act and relieve"), _("Ships may be boarded. Those that took care are spared the most."), "part", "/check/"),
    Link(_("Learn"), _("Training and visits in return help ports improve, until the listing ends.")),
)

FAQ = Source(
    _("The programme’s public FAQ"),
    "https://www.atlanticarea.uscg.mil/Our-Organization/Area-Units/Activities-Europe/Maritime-Security/IPS-Program-FAQ/",
)
ASSESSMENTS = Source(
    _("Coast Guard, International Port Assessments"),
    "https://dco.uscg.mil/Our-Organization/Assistant-Commandant-for-Prevention-Policy-CG-5P/International-Domestic-Port-Assessment",
)
PROCEEDINGS = Source(
    _("Coast Guard Proceedings, autumn 2024"),
    "https://us-coast-guards-proceedings.dcatalog.com/v/Fall-2024-Vol-81-No-3?page=28",
)
OVERVIEW_2020 = Source(
    _("Programme overview, May 2020"), "https://vdocuments.mx/international-port-security-program-ipsp.html"
)
GAO = Source(_("GAO-23-105385"), "https://www.gao.gov/products/gao-23-105385")
SECTION_70108 = Source(
    _("46 USC 70108"),
    "https://usc-cdn.house.gov/view.xhtml?edition=prelim&num=0&req=granuleid%3AUSC-prelim-title46-section70108",
)
SECTION_70110 = Source(_("46 USC 70110"), "https://openjurist.org/title-46/us-code/section-70110")
PORT_STATE_CONTROL = Source(
    _("Port State control report for 2024"),
    "https://maritimecyprus.com/2025/05/07/uscg-releases-their-2024-port-state-control-annual-report/",
)
DJIBOUTI = Source(_("84 FR 22153 (Djibouti)"), "https://www.govinfo.gov/content/pkg/FR-2019-05-16/html/2019-10153.htm")
ADVISORY_1_19 = Source(
    _("Port Security Advisory 1-19"),
    "https://online.louisianamaritime.org/2019/04/03/port-security-advisory-psa-1-19-coe-seychelles",
)
SEMINARS = Source(
    _("Coast Guard, seminars and workshops"),
    "https://www.dco.uscg.mil/Our-Organization/Assistant-Commandant-for-Prevention-Policy-CG-5P/"
    "Inspections-Compliance-CG-5PC-/International-Domestic-Port-Assessment/"
    "International-Port-Security-Program-General-Information/International-Port-Security-General-Info-"
    "International-Port-Security-IPS-Capacity-Building-Seminars-and-Workshops/",
)
ARRIVAL_FAQ = Source(
    _("National Vessel Movement Center, FAQ"),
    "https://testnvmc.nvmc.uscg.gov/FAQ.aspx?id=AE78077B-0415-46A0-9C0D-D100F7645A12",
)

SECTIONS = (
    Section("objective", _("What is the programme for?"), _("Objective"), (ASSESSMENTS, PROCEEDINGS)),
    Section("why", _("Why does it matter?"), _("Why it matters"), (PORT_STATE_CONTROL, OVERVIEW_2020)),
    Section("how", _("How is it done?"), _("How it is done"), (FAQ, SECTION_70108, SECTION_70110, DJIBOUTI)),
    Section("countries", _("Which countries are visited?"), _("Countries"), (PROCEEDINGS, FAQ, SECTION_70108, GAO)),
    Section("visit", _("What happens during a visit?"), _("A visit"), (FAQ, PROCEEDINGS)),
    Section("training", _("What training is there?"), _("Training"), (SEMINARS, FAQ)),
    Section(
        "ships",
        _("What happens to ships that come from ports that fall short?"),
        _("Ships"),
        (ADVISORY_1_19, ARRIVAL_FAQ, FAQ),
    ),
    Section("return", _("Can my country visit US ports in return?"), _("Visits in return"), (FAQ,)),
    Section("contact", _("Whom do I ask?"), _("Contact"), (FAQ, SEMINARS)),
)
