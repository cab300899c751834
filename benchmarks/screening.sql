-- The same screening, written by hand: what an author who knows the rule and DuckDB well would send.
-- $plain: the voyages; $target: the verdicts; $first and $last: the days that the small tables cover.
-- standings, berths, wordings and consequences are the small tables that the engine asks, ready made.
COPY (
    WITH calls AS NOT MATERIALIZED (
        SELECT
            voyage_id, port, facility, security_level_2, access_points_guarded, dos_attempted, logged, reported,
            coalesce(country, left(port, 2)) AS country,
            coalesce(purpose, 'cargo') AS purpose,
            make_timestamp(epoch_us(arrival_at)) AS eta,
            make_timestamp(epoch_us(departed_at)) AS departed
        FROM read_parquet($plain)
    ),
    -- A canal transit is no call and takes no place; of a doubtful stop nobody can say, so it may.
    stops AS NOT MATERIALIZED (
        SELECT
            *,
            CASE WHEN purpose NOT IN ('anchorage', 'ship_to_ship', 'medical', 'other') THEN true END AS is_call,
            least(greatest(eta::DATE, DATE $first), DATE $last) AS day
        FROM calls
        WHERE country NOT IN ('US', 'PR', 'VI', 'GU', 'MP', 'AS', 'UM')
            AND departed <= eta
            AND purpose <> 'canal_transit'
    ),
    listed AS MATERIALIZED (
        SELECT
            stops.* EXCLUDE (purpose),
            standings.*,
            CASE WHEN by_port THEN coalesce(port, '') ELSE '' END AS key_port,
            coalesce(facility, '') AS key_facility
        FROM stops JOIN standings ON country = at_country AND day = at_day
    ),
    -- Only departures of listed calls need a place: how many other stops are surely, or perhaps, later?
    places AS (
        SELECT
            asked.voyage_id,
            asked.departed,
            count(*) FILTER (WHERE stops.is_call AND stops.departed > asked.departed) + 1 AS slot_low,
            count(*) AS slot_high
        FROM stops
        JOIN (SELECT DISTINCT voyage_id, departed FROM listed) AS asked
            ON stops.voyage_id = asked.voyage_id AND stops.departed >= asked.departed
        GROUP BY ALL
    ),
    facts AS (
        SELECT
            listed.*,
            CASE WHEN slot_high <= 5 THEN true WHEN slot_low > 5 THEN false END AND is_call AS counts,
            CASE WHEN listed_code = 2 THEN true END AS on_list,
            CASE
                WHEN departed::DATE >= visit_listed THEN true
                WHEN departed::DATE < visit_open THEN false
            END AS visited,
            CASE coalesce(excepted_code, 0) WHEN 2 THEN true WHEN 0 THEN false END AS excepted,
            CASE coalesce(duties_only_code, 0) WHEN 2 THEN true WHEN 0 THEN false END AS duties_only,
            security_level_2 AND access_points_guarded AND dos_attempted AND logged AND reported AS duties_met
        FROM listed
        JOIN places USING (voyage_id, departed)
        LEFT JOIN berths
            ON exceptions = at_exceptions AND key_port = at_port AND key_facility = at_facility
    ),
    judged AS (
        SELECT
            *,
            counts AND on_list AND NOT excepted AS caught,
            counts AND on_list AND visited AND NOT excepted AS caught_on_visit,
            caught AND NOT duties_only AS brings,
            duties_only OR duties_met OR NOT caught AS guards_met
        FROM facts
    ),
    voyages AS (
        SELECT
            voyage_id,
            max(day) AS day,
            CASE WHEN bool_or(caught) THEN 2 WHEN bool_or(caught IS NULL) THEN 1 ELSE 0 END AS outcome,
            CASE WHEN bool_or(caught_on_visit) THEN 2 WHEN bool_or(caught_on_visit IS NULL) THEN 1 ELSE 0 END AS on_visit,
            CASE WHEN bool_or(brings) THEN 2 WHEN bool_or(brings IS NULL) THEN 1 ELSE 0 END AS brings,
            CASE WHEN NOT bool_and(guards_met) THEN 0 WHEN bool_or(guards_met IS NULL) THEN 1 ELSE 2 END AS guards_met,
            count(*) FILTER (WHERE caught) AS caught_calls,
            count(*) FILTER (WHERE caught IS NULL) AS unknown_calls,
            concat_ws(
                ' ',
                CASE WHEN bool_or(NOT security_level_2) FILTER (WHERE caught IS DISTINCT FROM false) THEN 'C1' END,
                CASE WHEN bool_or(NOT access_points_guarded) FILTER (WHERE caught IS DISTINCT FROM false) THEN 'C2' END,
                CASE WHEN bool_or(NOT dos_attempted) FILTER (WHERE caught IS DISTINCT FROM false) THEN 'C3' END,
                CASE WHEN bool_or(NOT logged) FILTER (WHERE caught IS DISTINCT FROM false) THEN 'C4' END,
                CASE WHEN bool_or(NOT reported) FILTER (WHERE caught IS DISTINCT FROM false) THEN 'C5' END
            ) AS unmet_duties
        FROM judged
        GROUP BY voyage_id
    ),
    said AS (
        SELECT voyages.*, boarding, armed_guards
        FROM voyages
        JOIN wordings ON day = on_day
        JOIN consequences ON wording = in_wording AND brings = in_brings AND guards_met = in_guards_met
    ),
    arrivals AS (
        SELECT voyage_id, least(greatest(max(eta)::DATE, DATE $first), DATE $last) AS day FROM calls GROUP BY voyage_id
    )
    SELECT
        arrivals.voyage_id,
        CASE outcome WHEN 2 THEN 'applies' WHEN 1 THEN 'cannot_tell' ELSE 'does_not_apply' END AS outcome,
        coalesce(caught_calls, 0)::SMALLINT AS caught_calls,
        coalesce(unknown_calls, 0)::SMALLINT AS unknown_calls,
        coalesce(unmet_duties, '') AS unmet_duties,
        coalesce(boarding, 'none') AS boarding,
        coalesce(armed_guards, 'none') AS armed_guards,
        CASE outcome WHEN 2 THEN 'applies' WHEN 1 THEN 'cannot_tell' ELSE 'does_not_apply' END AS arrival_in_us,
        CASE on_visit WHEN 2 THEN 'applies' WHEN 1 THEN 'cannot_tell' ELSE 'does_not_apply' END AS visit_to_listed_port,
        edition
    FROM arrivals
    LEFT JOIN said ON arrivals.voyage_id = said.voyage_id
    LEFT JOIN wordings ON arrivals.day = wordings.on_day
) TO $target (FORMAT parquet, COMPRESSION zstd);
