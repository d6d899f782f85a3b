package dev.evenkeel.estate;

import dev.evenkeel.runbook.words.Says;
import dev.evenkeel.runbook.words.Spelled;
import dev.evenkeel.runbook.words.Spelled.Names;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One thing with a version. */
@Says("a system: one thing with a version")
public record EstateSystem(
    @Says("identifies the system") @Spelled(Names.ENTRY) String name,
    @Says("what people call it; the name when left out") Optional<String> title,
    @Says(value = "what it is", fallback = "software") SystemType type,
    @Says("more about it, for people") Optional<String> description,
    @Says("what it is an installation of, such as postgresql") Optional<String> product,
    @Says("the version that runs") Optional<String> version,
    @Says(
            "what identifies the product elsewhere: package URLs (pkg:…), CPEs (cpe:…), repology:NAME")
        List<String> identifiers,
    @Says("since when it is there") Optional<LocalDate> installed,
    @Says(
            "red: affects customers directly, yellow: internal tool, green: nice to have; proposed from the rest when left out")
        Optional<Criticality> criticality,
    @Says("who works with it") Optional<Audience> audience,
    @Says("what kind of data it holds") List<Sensitivity> holds,
    @Says("the person who answers for it") @Spelled(Names.ENTRY) Optional<String> owner,
    @Says("the team that runs it") @Spelled(Names.ENTRY) Optional<String> team,
    @Says("people who know it inside out") @Spelled(Names.ENTRY) List<String> experts,
    @Says("the last day of the vendor's support") Optional<LocalDate> supportEnd,
    @Says("the last day of security fixes") Optional<LocalDate> securityEnd,
    @Says("the last day of the warranty") Optional<LocalDate> warrantyEnd,
    @Says("where it stands") Optional<String> location,
    @Says("the time zone its users live in") Optional<ZoneId> timeZone,
    @Says("the calendar that says when it may be changed; that of its team when left out")
        @Spelled(Names.ENTRY)
        Optional<String> calendar,
    @Says("when it is used") Optional<Demand> demand,
    @Says(value = "how many people use it", atLeast = "0") Optional<Long> users,
    @Says("how well it performs, for people") Optional<String> performance,
    @Says("what causes problems, one line each") List<String> problems,
    @Says("systems of one group stand in for each other") @Spelled(Names.ENTRY)
        Optional<String> group,
    @Says("what it needs of others") List<Dependency> dependsOn,
    @Says("further facts, by name") Map<String, String> labels,
    @Says("its id in the systems it was imported from, by their name") @Spelled(Names.NAME)
        Map<String, String> sources)
    implements Entry {}
