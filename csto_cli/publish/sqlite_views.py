"""The SQL of an SQLite export that no model could write: views that answer the common questions, and full-text search."""

from __future__ import annotations

SEARCH = """
CREATE VIRTUAL TABLE search USING fts5(
  table_name UNINDEXED, id UNINDEXED, label UNINDEXED, names, words, tokenize = "unicode61 remove_diacritics 2"
)"""
"""`SELECT id, label FROM search WHERE search MATCH 'charter'`; names and words of every record, in every language."""

ACTING = """
CREATE TABLE acting_seats (
  record_id TEXT NOT NULL, attendees_no INTEGER NOT NULL,
  PRIMARY KEY (record_id, attendees_no),
  FOREIGN KEY (record_id, attendees_no) REFERENCES meetings_attendees (record_id, attendees_no)
)"""
"""Seats at meetings whose takers were only acting in their offices; made from the dates of their posts, in no table of the record."""

UNLISTED_CHAIRS = """
CREATE TABLE unlisted_chairs (
  record_id TEXT NOT NULL PRIMARY KEY REFERENCES meetings (id), person TEXT NOT NULL REFERENCES officials (id),
  state TEXT REFERENCES states (id), office TEXT REFERENCES offices (id), presence TEXT, acting INTEGER NOT NULL
)"""
"""Chairs of meetings who are not among the attendees, as `queries.seats` seats them; in no table of the record."""

VIEW_TITLES = {
    "current_officials": "Who holds which office on the day that the data speak for",
    "meeting_documents": "What was done with which document at which meeting, and how many documents sources report",
    "attendance": "Who sat at which meeting, for which state, in which office, acting in it or not",
}
"""What each view answers."""

VIEWS = {
    "current_officials": """
CREATE VIEW current_officials AS
SELECT o.id AS person_id, o.name_en AS person, p.office AS office_id, f.name_en AS office,
       CASE WHEN p.organization IS NULL THEN o.state END AS state_id, CASE WHEN p.organization IS NULL THEN s.name_en END AS state,
       p.organization AS body_id, b.name_en AS body, p.title, coalesce(p.acting, 0) AS acting, p.start AS since
FROM officials_posts p
JOIN officials o ON o.id = p.record_id
JOIN offices f ON f.id = p.office
LEFT JOIN states s ON s.id = o.state
LEFT JOIN bodies b ON b.id = p.organization
WHERE p.status = 'current' AND p.end IS NULL
ORDER BY coalesce(f."order", 999), f.id, o.state, o.id""",
    "meeting_documents": """
CREATE VIEW meeting_documents AS
SELECT m.id AS meeting_id, m.date AS meeting_date, m.place_en AS place, d.id AS document_id, d.title_en AS title, d.title_status,
       d.type, e.action, e.state AS state_id,
       coalesce(
         e.date,
         CASE WHEN e.state IS NULL AND (SELECT count(*) FROM documents_events other WHERE other.record_id = d.id) = 1 THEN d.date END,
         m.date
       ) AS date,
       m.documents_reported_count AS reported, m.documents_reported_qualifier AS reported_qualifier
FROM documents_events e
JOIN documents d ON d.id = e.record_id
JOIN meetings m ON m.id = e.meeting
ORDER BY m.date, m.id, d.id, e.events_no""",
    "attendance": """
CREATE VIEW attendance AS
SELECT m.id AS meeting_id, m.date AS meeting_date, m.name_en AS meeting, a.person AS person_id,
       coalesce(o.name_en, a.name_as_stated) AS person, a.name_as_stated, a.state AS state_id, s.name_en AS state,
       a.office AS office_id, f.name_en AS office, a.role, a.presence, m.attendees_scope AS scope, a.acting
FROM (
  SELECT n.record_id, n.attendees_no, n.person, n.name_as_stated, n.state, n.office, n.role, n.presence,
         EXISTS (SELECT 1 FROM acting_seats t WHERE t.record_id = n.record_id AND t.attendees_no = n.attendees_no) AS acting
  FROM meetings_attendees n
  UNION ALL
  SELECT c.record_id, NULL, c.person, NULL, c.state, c.office, 'chair', c.presence, c.acting FROM unlisted_chairs c
) a
JOIN meetings m ON m.id = a.record_id
LEFT JOIN officials o ON o.id = a.person
LEFT JOIN states s ON s.id = a.state
LEFT JOIN offices f ON f.id = a.office
ORDER BY m.date, m.id, a.attendees_no IS NULL, a.attendees_no""",
}
"""Views by name; the date of something done with a document is that of `queries.acts.event_date`."""
