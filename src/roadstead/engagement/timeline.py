"""What engagement tells of a country: interactions, promises, questions, information, and people who changed."""

from roadstead.engagement.timeline_dealings import INTERACTIONS, PROMISES, QUESTIONS
from roadstead.engagement.timeline_people import CONTACTS
from roadstead.engagement.timeline_shared import INFORMATION
from roadstead.registry.timeline import register

for source in (INTERACTIONS, PROMISES, QUESTIONS, INFORMATION, CONTACTS):
    register(source)
