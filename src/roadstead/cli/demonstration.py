"""The demonstration of `roadstead serve`: an invented programme, made once, in which every part of it shows."""

from collections.abc import Collection


def refused(scale: int | None) -> str:
    """Why a demonstration of this size is not made here, in words; "" if it is, or is there already."""
    from roadstead.registry import demonstration as register

    there = register.scale_there()
    if scale is None or there is None or there == scale:
        return ""
    return (
        f"a demonstration of SCALE={there} is here already, and is kept as it is. Start without SCALE, or make one of "
        f"SCALE={scale} elsewhere: ROADSTEAD_DATA_DIR=var/scale-{scale} SCALE={scale} make start."
    )


def make(scale: int | None = None, only: Collection[str] | None = None) -> None:
    """Make what is missing of everything invented; a later start adds nothing and keeps what people changed.

    scale: how many times the usual number of organisations, facilities and people; only: codes of countries.
    """
    from roadstead.accounts import demonstration, queries
    from roadstead.advisories import demonstration as advisories
    from roadstead.arrivals import demonstration as arrivals
    from roadstead.assessments import demonstration as assessments
    from roadstead.determinations import demonstration as determinations
    from roadstead.engagement import demonstration as engagement
    from roadstead.hosting import demonstration as hosting
    from roadstead.registry import demonstration as register
    from roadstead.training import demonstration as training
    from roadstead.visits import demonstration as visits

    demonstration.make()
    people = {name: demonstration.sign_in_as(name) for name in ("headquarters", "liaison", "authority")}
    headquarters, liaison, authority = people["headquarters"], people["liaison"], people["authority"]
    if headquarters is None or liaison is None or authority is None:  # somebody ended one of them; it is left so
        return
    by, times = queries.viewer_of(headquarters), register.scale_there() or scale or 1
    engagement.make(by=by)
    operator = demonstration.sign_in_as("operator")
    if register.scale_there() is None:
        if operator is not None:
            advisories.make(email=operator.email, by=queries.viewer_of(operator))
        print(f"Inventing officers, authorities, facilities and people (SCALE={times}) ...", flush=True)
    partners = {"NG": queries.viewer_of(authority)}
    register.make(by=by, liaison=liaison.pk, partners=partners, scale=times, only=only)
    # The portfolio has just given the liaison officer countries.
    engagement.make_world(by=by, liaison=queries.viewer_of(liaison), scale=times, only=only)
    engagement.make_dealings(by=by, liaison=queries.viewer_of(liaison), scale=times, only=only)
    found = {"NG": demonstration.sign_in_as("embassy"), "GH": demonstration.sign_in_as("agency")}
    tellers = {code: queries.viewer_of(one) for code, one in found.items() if one is not None}
    visits.make_visits(by=by, tellers=tellers, only=only)
    every = register.partners(only) | partners
    assessments.make(partners=every, by=by)
    # Whoever was ended by people stays so; then nothing is judged that would want a third person.
    analyst, officer = demonstration.sign_in_as("analyst"), queries.viewer_of(liaison)
    reviewer = queries.viewer_of(analyst) if analyst else None
    assessments.make_judged(partners=every, by=by, second=reviewer, closer=officer)
    if reviewer is not None:
        cast = determinations.Cast(proposer=officer, reviewer=reviewer, signer=by)
        determinations.make(cast=cast, only=only)
        advisories.make_draft(by=reviewer)
    embassies = {"NG": tellers["NG"]} if "NG" in tellers else {}
    hosting.make(by=by, partners=every, embassies=embassies, only=only)
    training.make(by=by, partners=every, embassies=embassies, only=only)
    if only is None:
        print("Taking in notices of invented ships ...", flush=True)
        watch = demonstration.sign_in_as("watch")
        arrivals.make(cast=arrivals.Cast(by=by, watch=queries.viewer_of(watch) if watch else None))
        if watch is not None:
            arrivals.make_letters(watch=queries.viewer_of(watch))
            arrivals.make_acts(watch=queries.viewer_of(watch))
