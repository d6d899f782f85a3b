package dev.evenkeel.server.identity;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Rights;
import dev.evenkeel.server.shared.Sender;
import dev.evenkeel.server.shared.WhoActs;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Who sends the current request. Controllers just take an {@link Actor}, or their {@link Rights},
 * as argument; work that no request began is done by {@link Actor#EVENKEEL}.
 */
@Component
public class CurrentActor implements HandlerMethodArgumentResolver, Sender, WhoActs {
  private final People people;

  CurrentActor(People people) {
    this.people = people;
  }

  @Override
  public Optional<Rights> rightsOfSender() {
    return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
        ? Optional.of(signedIn.rights())
        : Optional.empty();
  }

  @Override
  public List<String> granters() {
    return people.list().stream()
        .filter(person -> !person.disabled() && person.rights().may(Right.ADMINISTER))
        .map(Person::name)
        .toList();
  }

  @Override
  public Actor actor() {
    return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
        ? signedIn.actor()
        : Actor.EVENKEEL;
  }

  /** Whether the current request may do what asks for this right. */
  public boolean may(Right needed) {
    return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
        && signedIn.rights().may(needed);
  }

  /** What the sender of the current request may do. */
  public Rights rights() {
    return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
        ? signedIn.rights()
        : Rights.none();
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Actor.class
        || parameter.getParameterType() == Rights.class;
  }

  @Override
  public @Nullable Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return parameter.getParameterType() == Rights.class ? rights() : actor();
  }
}
