"""What the table of statements tells of speakers: names, titles, whom they act for."""

from extractor.records import Entity, Speaker
from extractor.tables.table import Row


def speaker_name(row: Row, speaker: Speaker) -> str:
    """Return the canonical name: プーチン for プーチン氏; as written where there is no entity."""
    entity = row.entity(speaker.entity)
    return entity.name if entity else speaker.text


def speaker_role(row: Row, speaker: Speaker) -> str | None:
    """Return the title as written: 国務長官."""
    entity = row.entity(speaker.entity)
    return entity.role if entity else None


def speaker_wikidata(row: Row, speaker: Speaker) -> str | None:
    """Return the Wikidata item of the speaker."""
    entity = row.entity(speaker.entity)
    return entity.ids.wikidata if entity else None


def speaker_affiliation(row: Row, speaker: Speaker) -> str | None:
    """Return the name of whom the speaker acts for: アメリカ for ルビオ米国務長官."""
    affiliation = _affiliation(row, row.entity(speaker.entity))
    return affiliation.name if affiliation else None


def speaker_country(row: Row, speaker: Speaker) -> str | None:
    """Return the ISO 3166 code of the country that speaks, or that the speaker acts for: US for ルビオ米国務長官."""
    entity = row.entity(speaker.entity)
    acted_for = _affiliation(row, entity)
    return (entity and entity.ids.iso3166) or (acted_for and acted_for.ids.iso3166) or None


def _affiliation(row: Row, entity: Entity | None) -> Entity | None:
    return row.entity(entity.affiliation) if entity else None
