-- What queries stand on: the view records, which the program makes of the files it is given, and what follows here.

-- Days of a date in ISO 8601 of any exactness: 2025, 2025-08, 2025-W33, 2025-08-17; null where it is none.
CREATE MACRO first_day(told) AS CASE length(told)
  WHEN 4 THEN try_strptime(told || '-01-01', '%Y-%m-%d')
  WHEN 7 THEN try_strptime(told || '-01', '%Y-%m-%d')
  WHEN 8 THEN try_strptime(told || '-1', '%G-W%V-%u')
  ELSE try_strptime(left(told, 10), '%Y-%m-%d')
END::DATE;

CREATE MACRO last_day_of(told) AS CASE length(told)
  WHEN 4 THEN (first_day(told) + INTERVAL 1 YEAR - INTERVAL 1 DAY)
  WHEN 7 THEN (first_day(told) + INTERVAL 1 MONTH - INTERVAL 1 DAY)
  WHEN 8 THEN (first_day(told) + INTERVAL 6 DAY)
  ELSE first_day(told)
END::DATE;

CREATE MACRO precision_of(told) AS CASE length(told)
  WHEN 4 THEN 'year' WHEN 7 THEN 'month' WHEN 8 THEN 'week' WHEN 10 THEN 'day'
END;

-- In a macro a lambda's variable has a name that no caller of the macro uses: it would hide the caller's.
CREATE MACRO name_of(entities, id) AS list_filter(entities, lambda known: known.id = id)[1].name;

CREATE MACRO any_of(truths) AS coalesce(list_bool_or(truths), false);

-- Entities that are asked for. wanted: a structure of a pattern and lists of ids.
CREATE MACRO is_wanted(entity, wanted) AS
  coalesce(list_contains(wanted.iso, entity.ids.iso3166), false)
  OR coalesce(list_contains(wanted.wikidata, entity.ids.wikidata), false)
  OR coalesce(list_contains(wanted.provision, entity.ids.provision), false)
  OR coalesce(regexp_full_match(entity.name, wanted.pattern), false)
  OR any_of(list_transform(entity.aliases, lambda alias: regexp_full_match(alias, wanted.pattern)));

CREATE MACRO ids_of(entities, wanted) AS CASE WHEN wanted IS NOT NULL THEN
  list_transform(list_filter(entities, lambda known: is_wanted(known, wanted)), lambda fitting: fitting.id) END;

-- A speaker, or what something is about: by its entity, else by its words.
CREATE MACRO is_named(named, ids, wanted) AS
  coalesce(list_contains(ids, named.entity), false) OR coalesce(regexp_full_match(named.text, wanted.pattern), false);

CREATE MACRO joined(words) AS array_to_string(words, ' / ');

-- One row a statement, still in the shape of the record. date: when it was said, else when the article was published.
CREATE VIEW spoken AS
SELECT
  *,
  coalesce(s.date.value, left(published, 10)) AS date,
  CASE WHEN s.date.value IS NOT NULL THEN 'said' WHEN published IS NOT NULL THEN 'published' END AS date_from
FROM (
  SELECT
    filename AS file, id AS article, source.path AS path, title, publisher, url, published, entities,
    unnest(statements) AS s, generate_subscripts(statements, 1) AS place
  FROM records
);

CREATE VIEW articles AS
SELECT
  filename AS file, id AS article, source.path AS path, title, publisher, url, published, published_from, text,
  len(statements) AS statements, len(entities) AS entities
FROM records;

CREATE VIEW statements AS
SELECT
  file, article, path, published, s.id AS statement, place,
  date, date_from, first_day(date) AS first_day, last_day_of(date) AS last_day,
  joined(list_transform(s.speakers, lambda each: coalesce(name_of(entities, each.entity), each.text))) AS speaker,
  coalesce(name_of(entities, s.addressee.entity), s.addressee.text) AS addressee,
  s.cue.text AS cue, s.cue.lemma AS cue_lemma,
  joined(list_transform(s.content, lambda each: each.text)) AS content,
  s.content[1].start AS start_char, s.content[-1]."end" AS end_char,
  s.form AS form, s.act AS act, s.section AS section, s.within AS within, s.confidence AS confidence,
  s.decided_by.content AS content_decided_by, s.decided_by.speaker AS speaker_decided_by
FROM spoken;

CREATE VIEW speakers AS
SELECT
  file, article, statement, speaker.entity AS entity, entity.name AS name, speaker.text AS text, speaker.kind AS kind,
  speaker.start AS start_char, speaker."end" AS end_char, entity.type AS type, entity.role AS role,
  name_of(entities, entity.affiliation) AS affiliation,
  entity.ids.iso3166 AS iso3166, entity.ids.wikidata AS wikidata
FROM (
  SELECT *, list_filter(entities, lambda each: each.id = speaker.entity)[1] AS entity
  FROM (SELECT file, article, s.id AS statement, entities, unnest(s.speakers) AS speaker FROM spoken)
);

CREATE VIEW entities AS
SELECT
  file, article, e.id AS entity, e.type AS type, e.name AS name, e.aliases AS aliases, e.ids.iso3166 AS iso3166,
  e.ids.wikidata AS wikidata, e.ids.provision AS provision, e.role AS role,
  name_of(entities, e.affiliation) AS affiliation, len(e.mentions) AS mentions
FROM (SELECT filename AS file, id AS article, entities, unnest(entities) AS e FROM records);

CREATE VIEW mentions AS
SELECT
  file, article, entity, mention.text AS text, mention.kind AS kind, mention.start AS start_char,
  mention."end" AS end_char
FROM (
  SELECT file, article, e.id AS entity, unnest(e.mentions) AS mention
  FROM (SELECT filename AS file, id AS article, unnest(entities) AS e FROM records)
);

CREATE VIEW topics AS
SELECT
  file, article, statement, about.topic AS topic, about.entity AS entity, name_of(entities, about.entity) AS name,
  about.text AS text, about.start AS start_char, about."end" AS end_char, coalesce(about."where", 'content') AS found_in,
  about.stance.value AS stance, about.stance.text AS stance_text
FROM (SELECT file, article, s.id AS statement, entities, unnest(s.about) AS about FROM spoken);
