package dev.evenkeel.server.web;

import dev.evenkeel.server.identity.SignedIn;
import dev.evenkeel.server.shared.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.HandlerInterceptor;

/** How much waits for whoever looks, for the top of every page; counted anew after what they do. */
@ControllerAdvice(annotations = Controller.class)
public class WaitsAdvice implements HandlerInterceptor {
  private static final Set<String> LOOKING = Set.of("GET", "HEAD", "OPTIONS");

  private final WaitingDesk desk;

  WaitsAdvice(WaitingDesk desk) {
    this.desk = desk;
  }

  /** Asked by the layout only, and only of those signed in. */
  @ModelAttribute("waits")
  WaitsAdvice waits() {
    return this;
  }

  public int count() {
    return person().map(who -> desk.count(who.getName(), who.rights())).orElse(0);
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failed) {
    if (!LOOKING.contains(request.getMethod())) {
      person().ifPresent(who -> desk.look(who.getName(), who.rights()));
    }
  }

  private static Optional<SignedIn> person() {
    return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
        .filter(SignedIn.class::isInstance)
        .map(SignedIn.class::cast)
        .filter(who -> who.actor().kind() == Actor.Kind.PERSON);
  }
}
