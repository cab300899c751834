"""Invented notices in every format. Ships, people and companies are made up; the names of people are planted."""

import io
from typing import Any

from openpyxl import Workbook

PLANTED = ("QXZORLANDOVIC", "WYBRANTHILDE", "PASSPORTZZ9917", "1971-03-09")  # must be found nowhere afterwards
CALLS = """
    <PREVIOUS_FOREIGN_PORT>
      <ARRIVE_DT>2026-11-08</ARRIVE_DT><DEPARTURE_DT>2026-11-09</DEPARTURE_DT>
      <COUNTRY>DJIBOUTI</COUNTRY><COUNTRY_CODE>DJ</COUNTRY_CODE><NAME>DJIBOUTI</NAME><CODE>JIB</CODE>
      <PLACE>DORALEH</PLACE>
    </PREVIOUS_FOREIGN_PORT>
    <PREVIOUS_FOREIGN_PORT>
      <ARRIVE_DT>2026-10-28</ARRIVE_DT><DEPARTURE_DT>2026-10-30</DEPARTURE_DT>
      <COUNTRY>UNITED ARAB EMIRATES</COUNTRY><COUNTRY_CODE>AE</COUNTRY_CODE><NAME>DUBAI</NAME><CODE>DXB</CODE>
    </PREVIOUS_FOREIGN_PORT>"""


def person(nationality: str = "PHILIPPINES", code: str = "PH", extra: str = "") -> str:
    return f"""
    <CREW><POSITION>Master</POSITION><LAST_NAME>{PLANTED[0]}</LAST_NAME><FIRST_NAME>{PLANTED[1]}</FIRST_NAME>
      <BIRTH_DT>{PLANTED[3]}</BIRTH_DT><GENDER>Male</GENDER><NATIONALITY>{nationality}</NATIONALITY>
      <NATIONALITY_CODE>{code}</NATIONALITY_CODE><ID_TYPE>Passport</ID_TYPE><ID_NUM>{PLANTED[2]}</ID_NUM>
      <ID_COUNTRY_CODE>PH</ID_COUNTRY_CODE><EMBARK_PORT_CODE>MNL</EMBARK_PORT_CODE>{extra}</CREW>"""


def notice(
    *,
    number: str = "11111111-2222-3333-4444-555555555555",
    transaction: str = "Initial",
    eta: str = "2026-11-27",
    eta_time: str = "06:00",
    calls: str = CALLS,
    crew: str | None = None,
    more: str = "",
    vessel: str = "",
    imo: str = "9074729",
) -> str:
    """One NOTICE element."""
    crew = person() + person("INDIA", "IN") if crew is None else crew
    return f"""<NOTICE xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:noNamespaceSchemaLocation="USCG_ENOAD_Schema_4.1.xsd">
  <NOTICE_DETAILS><NOTICE_ID>{number}</NOTICE_ID><NOTICE_TRANSACTION_TYPE>{transaction}</NOTICE_TRANSACTION_TYPE>
    <NOTICE_TYPE>Arrival</NOTICE_TYPE></NOTICE_DETAILS>
  <SOURCE><ORGANIZATION_NAME>INVENTED SOFTWARE HOUSE</ORGANIZATION_NAME></SOURCE>
  <VOYAGE><VOYAGE_TYPE>Foreign to US</VOYAGE_TYPE><VOYAGE_NUMBER>042W</VOYAGE_NUMBER></VOYAGE>
  <VESSEL><NAME>EXAMPLE PIONEER</NAME><CALL_SIGN>3EXX9</CALL_SIGN><ID_NUM>{imo}</ID_NUM>
    <ID_TYPE>IMO Number</ID_TYPE><FLAG>PANAMA</FLAG><FLAG_CODE>PA</FLAG_CODE><OWNER>INVENTED OWNERS SA</OWNER>
    <OPERATOR><NAME>INVENTED OPERATORS LTD</NAME></OPERATOR><CLASS_SOCIETY>INVENTED CLASS</CLASS_SOCIETY>
    <REPORTING_PARTY><NAME>A. Agent</NAME><COMPANY>INVENTED AGENCY</COMPANY><PHONE>+1 555 0100</PHONE>
      <EMAIL>desk@agency.example</EMAIL></REPORTING_PARTY>
    <COMP_CERT><ISSUED_DT>2025-01-01</ISSUED_DT><EXPIRATION_DT>2030-01-01</EXPIRATION_DT><AGENCY>IC</AGENCY></COMP_CERT>
    <SFTYMGMT_CERT><EXPIRATION_DT>2030-01-01</EXPIRATION_DT><AGENCY>IC</AGENCY></SFTYMGMT_CERT>
    <ISSC><ISSUED_DT>2025-05-05</ISSUED_DT><VSP_IMPLEMENTATION>Yes</VSP_IMPLEMENTATION>
      <ISSC_TYPE>Final</ISSC_TYPE><CSO_NAME>C. Officer</CSO_NAME><CSO_PHONE>+1 555 0199</CSO_PHONE></ISSC>
    <VESSEL_LOC><LOCATION_DESC>10N 40W</LOCATION_DESC></VESSEL_LOC><OCE>Operational</OCE>{vessel}</VESSEL>
  <ARRIVE_DEPART>
    <ARRIVE><ARRIVE_DT>{eta}</ARRIVE_DT><ARRIVE_TIME>{eta_time}</ARRIVE_TIME>
      <PORT_OR_PLACE>HOUSTON</PORT_OR_PLACE><CITY>HOUSTON</CITY><STATE>TEXAS</STATE>
      <FACILITY>INVENTED TERMINAL</FACILITY></ARRIVE>
    <DEPART><DEPART_DT>2026-11-29</DEPART_DT><DEPART_TIME>18:00</DEPART_TIME>
      <PORT_OR_PLACE>HOUSTON</PORT_OR_PLACE></DEPART>
    <LAST_PORT><ARRIVE_DT>2026-11-08</ARRIVE_DT><DEPARTURE_DT>2026-11-09</DEPARTURE_DT>
      <LAST_PORT_COUNTRY>DJIBOUTI</LAST_PORT_COUNTRY><LAST_PORT_COUNTRY_CODE>DJ</LAST_PORT_COUNTRY_CODE>
      <LAST_PORT_NAME>DJIBOUTI</LAST_PORT_NAME><LAST_PORT_CODE>JIB</LAST_PORT_CODE></LAST_PORT>
    <CONTACT><NAME>A. Agent</NAME><COMPANY>INVENTED AGENCY</COMPANY><PHONE>+1 555 0100</PHONE></CONTACT>
  </ARRIVE_DEPART>
  <CARGO><GENERAL_DESC>Containers</GENERAL_DESC><CDC_ON_BOARD>Yes</CDC_ON_BOARD><CARGO>Yes</CARGO></CARGO>
  <CDC_LIST><CDC><CDC_NAME>AMMONIA (INVENTED)</CDC_NAME><UN_NUMBER>UN1005</UN_NUMBER><AMT>10 LB</AMT>
    <CDC_CLASS>C</CDC_CLASS><DESTINATION_COUNTRY_CODE>US</DESTINATION_COUNTRY_CODE></CDC></CDC_LIST>
  <PREVIOUS_FOREIGN_PORT_LIST>{calls}</PREVIOUS_FOREIGN_PORT_LIST>
  <CREW_LIST>{crew}</CREW_LIST>
  <NONCREW_LIST/>{more}
</NOTICE>"""


def xml(**parts: Any) -> bytes:
    return ('<?xml version="1.0" encoding="UTF-8"?>\n' + notice(**parts)).encode()


def iso(calls: int = 10) -> bytes:
    """An ISO 28005-2 message with its last calls."""
    listed = "".join(
        f"""<PortCall><FromDateTime>2026-{month:02d}-01T06:00:00Z</FromDateTime>
        <ToDateTime>2026-{month:02d}-03T18:30:00+02:00</ToDateTime><SequenceNumber>{11 - month}</SequenceNumber>
        <PortSecurityLevel>SL{1 + month % 2}</PortSecurityLevel>
        <Port><Name>Djibouti</Name><CountryCode>DJ</CountryCode><UNLoCode>DJJIB</UNLoCode>
        <FacilityCode>0001</FacilityCode></Port>
        <AdditionalSecurityMeasure><Description>Double gangway watch</Description></AdditionalSecurityMeasure>
        </PortCall>"""
        for month in range(1, calls + 1)
    )
    return f"""<?xml version="1.0"?><epc:EPCMessage xmlns:epc="http://www.iso.org/28005-2">
    <EPCMessageHeader><SentTime>2026-11-20T10:00:00Z</SentTime><ShipMessageId>M-1</ShipMessageId>
    <ArrivalDeparture>Arrival</ArrivalDeparture><SenderName><FamilyName>{PLANTED[0]}</FamilyName></SenderName>
    </EPCMessageHeader><EPCRequestBody>
    <ShipID><CallSign>3EXX9</CallSign><IMONumber>9074729</IMONumber><ShipName>EXAMPLE PIONEER</ShipName></ShipID>
    <PortOfArrival><ArrivalTime><DateTime>2026-11-27T06:00:00-06:00</DateTime><TimeType>Estimated</TimeType>
    </ArrivalTime><Location><Name>Houston</Name><CountryCode>US</CountryCode><UNLoCode>HOU</UNLoCode></Location>
    </PortOfArrival><PortCallList>{listed}</PortCallList>
    <PersonsOnboard><Crew>21</Crew><Passengers>0</Passengers></PersonsOnboard>
    <CrewList><CrewMember><Name><FamilyName>{PLANTED[0]}</FamilyName></Name><Nationality>PH</Nationality></CrewMember>
    </CrewList></EPCRequestBody></epc:EPCMessage>""".encode()


_CELLS = {
    "Vessel Details": {
        "B5": "EXAMPLE PIONEER", "D5": "3EXX9", "E5": "9074729", "F5": "IMO Number", "G5": "PANAMA", "B7": "No",
        "D7": "355555555", "F7": 45000, "B9": "INVENTED OWNERS SA", "E9": "INVENTED OPERATORS LTD",
        "B13": "Bulk Carrier", "B48": "PA",
    },
    "Reporting Party": {"B5": "A. Agent", "E5": "INVENTED AGENCY"},
    "Voyage Information": {
        "B5": "Arrival", "D5": "Foreign to US", "F5": "Initial", "B7": "W-1", "E7": "No", "B10": "A. Agent",
        "B15": "TEXAS", "E15": "HOUSTON", "B17": "2026-11-27", "D17": "06:00", "F19": "INVENTED TERMINAL",
        "B22": "DJIBOUTI", "F22": "DJIBOUTI", "D24": "2026-11-08", "F24": "2026-11-09",
    },
}  # fmt: skip
_PEOPLE = ("*Last Name", "*First Name", "*Date of Birth (YYYY-MM-DD)", "*Nationality", "NATIONALITY_CODE", "*ID Number")
_CALLS = ("Country", "Country Code", "Port Name", "Port Code", "Arrival Date", "Departure Date")


def workbook(*, call_headings: tuple[str, ...] = _CALLS, cells: dict[str, str] | None = None) -> bytes:
    """The notice's workbook, as far as it is known. cells: more of them, as “Vessel Details!B5”."""
    book = Workbook()
    book.remove(book.active)
    for title, values in _CELLS.items():
        sheet = book.create_sheet(title)
        for address, value in values.items():
            sheet[address] = value
    crew = book.create_sheet("Crew List")
    for column, word in enumerate(_PEOPLE, start=3):
        crew.cell(6, column, word)
        for row in (8, 9, 10):
            crew.cell(row, column, (PLANTED[0], PLANTED[1], PLANTED[3], "PHILIPPINES", "PH", PLANTED[2])[column - 3])
    crew["F10"], crew["G10"] = PLANTED[0], ""  # a name in the wrong column
    calls = book.create_sheet("Previous Foreign Ports")
    calls["B2"] = "PREVIOUS FOREIGN PORTS"
    for column, word in enumerate(call_headings, start=2):
        calls.cell(5, column, word)
    for column, value in enumerate(("DJIBOUTI", "DJ", "DJIBOUTI", "JIB", "2026-11-08", "2026-11-09"), start=2):
        calls.cell(6, column, value)
    for address, text in (cells or {}).items():
        title, _, cell = address.partition("!")
        book[title][cell] = text
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
