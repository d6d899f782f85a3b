package dev.evenkeel.server.identity;

import static dev.evenkeel.server.shared.Refused.Kind.NOT_NOW;

import dev.evenkeel.server.identity.OidcSettings.Join;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says who somebody is here whom the provider has told of.
 *
 * <ol>
 *   <li>Who was linked with this subject of this issuer is that person. Neither a name nor a mail
 *       address makes anybody somebody who is here already: both can be chosen, or given on.
 *   <li>Who is not linked joins, where the settings say so and the name is free.
 *   <li>Everybody else shows by name and password, and a code where one is due, who they are; then
 *       both are linked.
 * </ol>
 */
@Service
public class OidcDesk {
  /** Keeps whom the provider told of while they say who they are here. */
  static final String COOKIE = "evenkeel_arrived";

  private final OidcSettings settings;
  private final OidcCookies cookies;
  private final OidcProvider provider;
  private final People people;
  private final Mailboxes mailboxes;
  private final SignInDesk desk;
  private final OidcLinks links;
  private final ApplicationEventPublisher events;

  OidcDesk(
      OidcSettings settings,
      OidcCookies cookies,
      OidcProvider provider,
      People people,
      Mailboxes mailboxes,
      SignInDesk desk,
      OidcLinks links,
      ApplicationEventPublisher events) {
    this.settings = settings;
    this.cookies = cookies;
    this.provider = provider;
    this.people = people;
    this.mailboxes = mailboxes;
    this.desk = desk;
    this.links = links;
    this.events = events;
  }

  /** How far somebody got. */
  sealed interface Arrived {
    record Aboard(String session) implements Arrived {}

    record CodeAwaited(String half) implements Arrived {}

    /** They may say who they are here. */
    record Unknown() implements Arrived {}
  }

  /** Whom the provider told of, as the page shows it. */
  public record Guest(String name, String displayName) {}

  @Transactional(noRollbackFor = OidcTroubled.class)
  Arrived arrive(OidcIdentity who, Sessions.Place place) {
    var known = links.find(who).or(() -> joined(who));
    if (known.isEmpty()) {
      return new Arrived.Unknown();
    }
    var person = known.get();
    if (person.disabled()) {
      events.publishEvent(
          Auditable.by(Actor.EVENKEEL, "sign-in refused", path(person.name()))
              .with("address", place.address())
              .with("wrong", "disabled, by provider"));
      throw new OidcTroubled(OidcTrouble.DISABLED, person.name() + " is disabled");
    }
    follow(person, who);
    return switch (desk.letInByProvider(person, who.strong(), place)) {
      case SignInDesk.LetIn.Aboard(var session) -> new Arrived.Aboard(session);
      case SignInDesk.LetIn.CodeAwaited(var half) -> new Arrived.CodeAwaited(half);
    };
  }

  /** Who waits to say who they are. */
  public Optional<Guest> guest(HttpServletRequest request) {
    return arrived(request).map(who -> new Guest(who.name(), who.displayName()));
  }

  /**
   * Somebody shows that they are this person here; from now on the provider is enough.
   *
   * @param code of the second factor, where there is one
   * @return the session
   */
  public String link(
      String name,
      String password,
      String code,
      Sessions.Place place,
      HttpServletRequest request,
      HttpServletResponse response) {
    var who =
        arrived(request)
            .orElseThrow(() ->
                new Refused(
                    NOT_NOW,
                    "That took longer than ten minutes. Begin again with %s."
                        .formatted(settings.shownName())));
    var person = desk.proven(name, password, code, place.address());
    links.keep(person, who);
    follow(person, who);
    cookies.forget(COOKIE, request, response);
    return desk.provenByProvider(person, who.strong(), place);
  }

  /** As people know it; empty when there is none. */
  public String providerName() {
    return settings.shownName();
  }

  /** Where one signs out at the provider too; empty when that is not known. */
  public Optional<URI> signOut() {
    return provider.signOut();
  }

  private Optional<OidcIdentity> arrived(HttpServletRequest request) {
    return settings.on() ? cookies.read(COOKIE, OidcIdentity.class, request) : Optional.empty();
  }

  private Optional<Person> joined(OidcIdentity arriving) {
    boolean welcome =
        switch (settings.joins()) {
          case REFUSED -> false;
          case GROUPS -> !arriving.grants().isEmpty();
          case VIEWER -> true;
        };
    if (!welcome || people.nobodyYet() || !people.isFree(arriving.name())) {
      return Optional.empty();
    }
    var person = people.join(arriving.name(), arriving.displayName());
    links.keep(person, arriving);
    return Optional.of(person);
  }

  /** Roles that the provider's groups bring come and go with them; others stay as they are. */
  private void follow(Person person, OidcIdentity who) {
    mailboxes.follow(person, who.email());
    if (settings.joins() == Join.VIEWER) {
      people.grantByProvider(person.name(), who.viewing().grants());
    } else if (!settings.groupRoles().isEmpty()) {
      people.grantByProvider(person.name(), who.grants());
    }
  }

  private static String path(String name) {
    return "/people/" + name;
  }
}
