package dev.evenkeel.server.identity;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** People and tokens over HTTP. */
@RestController
@RequestMapping("/api")
@Needs(Role.ADMIN)
class IdentityApi {
  private final People people;
  private final Invitations invitations;
  private final Tokens tokens;

  IdentityApi(People people, Invitations invitations, Tokens tokens) {
    this.people = people;
    this.invitations = invitations;
    this.tokens = tokens;
  }

  record Me(Actor.Kind kind, String name, Role role) {}

  record NewPerson(@NotNull Role role) {}

  record Link(String link) {}

  /**
   * @param validForDays empty for a token that stays until it is taken back
   */
  record NewToken(
      @NotBlank String name,
      @NotNull Role role,
      @Nullable @Min(1) @Max(3650) Integer validForDays) {}

  /**
   * @param token what its holder sends; shown this once
   */
  record Made(UUID id, String name, Role role, Optional<Instant> expiresAt, String token) {}

  @GetMapping("/me")
  @Needs(Role.VIEWER)
  Me me(SignedIn who) {
    return new Me(who.actor().kind(), who.getName(), who.role());
  }

  @GetMapping("/people")
  List<Person> people() {
    return people.list();
  }

  /** A one-time link with which this person sets a new password. */
  @PostMapping("/people/{name}/new-password")
  Link newPassword(@PathVariable String name) {
    return link(invitations.newPassword(name));
  }

  /** A one-time link with which somebody new joins. */
  @PostMapping("/people/invitations")
  Link invite(@Valid @RequestBody NewPerson asked) {
    return link(invitations.invite(asked.role()));
  }

  private static Link link(String code) {
    return new Link(
        ServletUriComponentsBuilder.fromCurrentContextPath()
            .path("/welcome")
            .queryParam("code", code)
            .toUriString());
  }

  @GetMapping("/tokens")
  List<Token> tokens() {
    return tokens.list();
  }

  @PostMapping("/tokens")
  ResponseEntity<Made> make(@Valid @RequestBody NewToken asked, Actor actor) {
    var days = Optional.ofNullable(asked.validForDays()).map(Duration::ofDays);
    var issued = tokens.issue(asked.name(), asked.role(), days, actor);
    var token = issued.token();
    return ResponseEntity.created(URI.create("/api/tokens/" + token.id()))
        .body(new Made(token.id(), token.name(), token.role(), token.expiresAt(), issued.text()));
  }

  @DeleteMapping("/tokens/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable UUID id) {
    tokens.revoke(id);
  }
}
