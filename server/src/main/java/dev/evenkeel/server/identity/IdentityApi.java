package dev.evenkeel.server.identity;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.IfMatch;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Rights;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.shared.TeamGate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** People and tokens over HTTP. */
@RestController
@RequestMapping("/api")
@Needs(Right.ADMINISTER)
class IdentityApi {
  private final People people;
  private final Mailboxes mailboxes;
  private final Invitations invitations;
  private final Tokens tokens;
  private final SecondFactors factors;
  private final TeamGate teams;

  IdentityApi(
      People people,
      Mailboxes mailboxes,
      Invitations invitations,
      Tokens tokens,
      SecondFactors factors,
      TeamGate teams) {
    this.factors = factors;
    this.people = people;
    this.mailboxes = mailboxes;
    this.invitations = invitations;
    this.tokens = tokens;
    this.teams = teams;
  }

  /** Who asks, with what was granted to them and what they may do everywhere by it. */
  record Me(Actor.Kind kind, String name, List<GrantView> roles, List<String> rights) {}

  /**
   * A role that was granted.
   *
   * @param team whose systems it is for; everything when left out
   */
  record GrantView(String role, Optional<String> team) {
    static List<GrantView> of(Rights rights) {
      return rights.grants().stream()
          .map(grant -> new GrantView(grant.role().word(), grant.team()))
          .toList();
    }
  }

  record PersonView(
      String name,
      String displayName,
      Optional<String> email,
      List<GrantView> roles,
      boolean disabled,
      Instant createdAt,
      long version) {
    static PersonView of(Person person) {
      return new PersonView(
          person.name(),
          person.displayName(),
          person.email(),
          GrantView.of(person.rights()),
          person.disabled(),
          person.createdAt(),
          person.version());
    }
  }

  record TokenView(
      UUID id,
      String name,
      List<GrantView> roles,
      Instant createdAt,
      String createdBy,
      Optional<Instant> expiresAt,
      Optional<Instant> lastUsedAt) {
    static TokenView of(Token token) {
      return new TokenView(
          token.id(),
          token.name(),
          GrantView.of(token.rights()),
          token.createdAt(),
          token.createdBy(),
          token.expiresAt(),
          token.lastUsedAt());
    }
  }

  /**
   * @param role one role as it was written before there were several; operator then also asks for
   *     upgrades and plans them
   */
  record NewPerson(@Nullable List<String> roles, @Nullable String role) {}

  record Link(String link) {}

  /**
   * @param roles for everything
   * @param role as for {@link NewPerson}
   * @param grants roles for one team, or for everything too
   * @param validForDays 90 when left out, 365 at most
   */
  record NewToken(
      @NotBlank String name,
      @Nullable List<String> roles,
      @Nullable String role,
      @Nullable List<GrantView> grants,
      @Nullable @Min(1) @Max(Tokens.MOST_DAYS) Integer validForDays) {}

  /**
   * @param token what its holder sends; shown this once
   */
  record Made(
      UUID id, String name, List<GrantView> roles, Optional<Instant> expiresAt, String token) {}

  @GetMapping("/me")
  @Needs(Right.VIEW)
  Me me(SignedIn who) {
    return new Me(
        who.actor().kind(),
        who.getName(),
        GrantView.of(who.rights()),
        who.rights().everywhere().stream().map(Right::word).toList());
  }

  /**
   * From somebody who lost it; with their password they come in again. Takes the ETag of the person
   * that was seen.
   */
  @DeleteMapping("/people/{name}/second-factor")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void takeSecondFactor(
      @PathVariable String name, @RequestHeader(name = "If-Match") Optional<String> seen) {
    factors.takeFrom(name, Optional.of(IfMatch.version(seen)));
  }

  @GetMapping("/people")
  List<PersonView> people() {
    return people.list().stream().map(PersonView::of).toList();
  }

  @GetMapping("/people/{name}")
  ResponseEntity<PersonView> person(@PathVariable String name) {
    return answer(name);
  }

  /** What somebody is granted, instead of what they had. */
  record Wanted(@NotNull List<GrantView> roles) {}

  /** Whether somebody is kept from signing in. */
  record Kept(boolean disabled) {}

  /** Grants these roles instead of those somebody had, with the ETag of what was seen. */
  @PutMapping("/people/{name}/roles")
  ResponseEntity<PersonView> grant(
      @PathVariable String name,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      @Valid @RequestBody Wanted wanted,
      Actor actor) {
    var had = people.find(name).map(person -> person.rights().grants()).orElse(List.of());
    var grants =
        wanted.roles().stream()
            .map(one -> new Rights.Grant(Role.named(one.role()), one.team()))
            // What the provider's groups brought stays, also for a team that is not described yet.
            .map(grant ->
                had.contains(grant)
                    ? grant
                    : new Rights.Grant(grant.role(), grant.team().map(this::team)))
            .toList();
    people.grant(name, grants, Optional.of(IfMatch.version(seen)), actor);
    return answer(name);
  }

  /** Keeps somebody from signing in, and ends their sessions and tokens; or lets them again. */
  @PutMapping("/people/{name}/disabled")
  ResponseEntity<PersonView> disable(
      @PathVariable String name,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      @RequestBody Kept kept) {
    people.disable(name, kept.disabled(), Optional.of(IfMatch.version(seen)));
    return answer(name);
  }

  /**
   * Where somebody is written to.
   *
   * @param email one address; none when left out or empty
   */
  record Mailbox(@Nullable String email) {}

  /** Gives somebody an address, or takes it, with the ETag of what was seen. */
  @PutMapping("/people/{name}/address")
  ResponseEntity<PersonView> address(
      @PathVariable String name,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      @RequestBody Mailbox wanted,
      Actor actor) {
    mailboxes.keep(
        name, Optional.ofNullable(wanted.email()).orElse(""), IfMatch.version(seen), actor);
    return answer(name);
  }

  private ResponseEntity<PersonView> answer(String name) {
    var person =
        people
            .find(name)
            .orElseThrow(() ->
                new Refused(
                    Refused.Kind.NOT_FOUND, "There is nobody called '%s'.".formatted(name)));
    return ResponseEntity.ok()
        .eTag("\"%d\"".formatted(person.version()))
        .body(PersonView.of(person));
  }

  private Rights.Grant granted(GrantView asked) {
    return new Rights.Grant(Role.named(asked.role()), asked.team().map(this::team));
  }

  private String team(String name) {
    if (!teams.teams().contains(name)) {
      throw new Refused(
          Refused.Kind.INVALID,
          "There is no team '%s' in the estate. Teams are %s."
              .formatted(name, String.join(", ", teams.teams())));
    }
    return name;
  }

  /** A one-time link with which this person sets a new password. */
  @PostMapping("/people/{name}/new-password")
  Link newPassword(@PathVariable String name) {
    return link(invitations.newPassword(name));
  }

  /** A one-time link with which somebody new joins. */
  @PostMapping("/people/invitations")
  Link invite(@Valid @RequestBody NewPerson asked) {
    return link(invitations.invite(AskedRoles.of(asked.roles(), asked.role())));
  }

  private static Link link(String code) {
    return new Link(
        ServletUriComponentsBuilder.fromCurrentContextPath()
            .path("/welcome")
            .queryParam("code", code)
            .toUriString());
  }

  @GetMapping("/tokens")
  List<TokenView> tokens() {
    return tokens.list().stream().map(TokenView::of).toList();
  }

  @PostMapping("/tokens")
  ResponseEntity<Made> make(@Valid @RequestBody NewToken asked, Actor actor) {
    int days = Optional.ofNullable(asked.validForDays()).orElse(Tokens.USUAL_DAYS);
    var issued =
        tokens.issue(
            asked.name(),
            new Rights(
                Stream.concat(
                        AskedRoles.of(asked.roles(), asked.role()).stream()
                            .map(Rights.Grant::everywhere),
                        Optional.ofNullable(asked.grants()).stream()
                            .flatMap(List::stream)
                            .map(this::granted))
                    .distinct()
                    .toList()),
            Optional.of(Tokens.validFor(days)),
            actor);
    var token = issued.token();
    return ResponseEntity.created(URI.create("/api/tokens/" + token.id()))
        .body(
            new Made(
                token.id(),
                token.name(),
                GrantView.of(token.rights()),
                token.expiresAt(),
                issued.text()));
  }

  @DeleteMapping("/tokens/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable UUID id) {
    tokens.revoke(id);
  }
}
