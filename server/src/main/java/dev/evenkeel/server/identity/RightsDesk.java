package dev.evenkeel.server.identity;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Rights;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.shared.StandingRights;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Looks up what people and tokens may do at the moment of asking. */
@Component
class RightsDesk implements StandingRights {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final People people;
  private final Tokens tokens;
  private final Clock clock;

  RightsDesk(People people, Tokens tokens, Clock clock) {
    this.people = people;
    this.tokens = tokens;
    this.clock = clock;
  }

  @Override
  public Standing of(Actor actor, Instant since) {
    return switch (actor.kind()) {
      case PERSON -> ofPerson(actor.name(), since);
      case TOKEN -> ofToken(actor.name(), since);
      // Nobody can take a right from the server itself.
      case SYSTEM -> new Standing.Holds(Rights.of(Role.ADMIN));
    };
  }

  private Standing ofPerson(String name, Instant since) {
    return people
        .find(name)
        .filter(person -> !person.createdAt().isAfter(since))
        .<Standing>map(person ->
            person.disabled()
                ? new Standing.Gone("%s is disabled.".formatted(name))
                : new Standing.Holds(person.rights()))
        .orElseGet(() -> new Standing.Gone("%s was removed from the people here.".formatted(name)));
  }

  private Standing ofToken(String name, Instant since) {
    return tokens
        .named(name)
        .filter(token -> !token.createdAt().isAfter(since))
        .map(this::ofToken)
        .orElseGet(() -> new Standing.Gone("The token '%s' was taken back.".formatted(name)));
  }

  private Standing ofToken(Token token) {
    return token
        .expiresAt()
        .filter(end -> token.expired(clock.instant()))
        .<Standing>map(end ->
            new Standing.Gone(
                "The token '%s' expired at %s.".formatted(token.name(), MOMENT.format(end))))
        .orElseGet(() -> new Standing.Holds(token.rights()));
  }
}
