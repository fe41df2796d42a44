-- The statements that fulfil all conditions, in the order of date, path and place. A parameter that is null asks nothing.

WITH asked AS (
  SELECT
    *,
    ids_of(entities, $who) AS who, ids_of(entities, $addressee) AS whom, ids_of(entities, $about) AS things
  FROM spoken
)
SELECT
  date, date_from, coalesce(s.date.precision, precision_of(date)) AS precision,
  file, article, path, title, publisher, url, published,
  s.id AS statement, s.content[1].start AS start, s.content[-1]."end" AS "end",
  list_transform(s.speakers, lambda each:
    {'text': each.text, 'name': name_of(entities, each.entity), 'kind': each.kind}) AS speakers,
  CASE WHEN s.addressee IS NOT NULL THEN
    {'text': s.addressee.text, 'name': name_of(entities, s.addressee.entity), 'kind': s.addressee.kind} END AS addressee,
  s.cue.text AS cue, s.content AS content, s.form AS form, s.act AS act,
  list_transform(s.about, lambda each:
    {'start': each.start, 'end': each."end", 'text': each.text, 'name': name_of(entities, each.entity),
     'topic': each.topic, 'where': coalesce(each."where", 'content'), 'stance': each.stance.value}) AS about,
  s.section AS section, s.within AS within, s.confidence AS confidence
FROM asked
WHERE ($act IS NULL OR list_contains($act, s.act))
  AND ($form IS NULL OR list_contains($form, s.form))
  AND ($min_confidence IS NULL OR s.confidence >= $min_confidence)
  AND ($since IS NULL OR last_day_of(date) >= $since)
  AND ($until IS NULL OR first_day(date) <= $until)
  AND ($text IS NULL OR any_of(list_transform(s.content, lambda each: regexp_matches(each.text, $text))))
  AND ($who IS NULL OR any_of(list_transform(s.speakers, lambda each: is_named(each, who, $who))))
  AND ($addressee IS NULL OR is_named(s.addressee, whom, $addressee))
  AND (($about IS NULL AND $stance IS NULL) OR any_of(list_transform(s.about, lambda each:
    ($about IS NULL OR list_contains($about.topic, each.topic) OR is_named(each, things, $about))
    AND ($stance IS NULL OR list_contains($stance, each.stance.value)))))
ORDER BY first_day(date) NULLS LAST, last_day_of(date), path NULLS LAST, file, place
LIMIT $limit
