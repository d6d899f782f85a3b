package dev.evenkeel.server.identity;

import dev.evenkeel.server.shared.BelongsTo;
import dev.evenkeel.server.shared.DutyGate;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Open;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Rights;
import dev.evenkeel.server.shared.TeamGate;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Lets a request through to a controller when its sender has the rights the controller asks for. A
 * controller that says nothing is refused to everybody, so that none is open by oversight.
 *
 * <p>Who has a right for some teams only gets through to what is about their systems, and to where
 * the handler asks itself ({@link Needs#teams}); to nothing else.
 */
@Component
public final class RightsCheck implements HandlerInterceptor {
  /** Of a request, what its sender may do where it leads: a {@link Rights}. */
  public static final String HERE = RightsCheck.class.getName() + ".here";

  /** Of a request, that it is what an open task of its sender asks for. */
  public static final String DUTY = RightsCheck.class.getName() + ".duty";

  private final List<BelongsTo> subjects;
  private final TeamGate teams;
  private final ObjectProvider<DutyGate> duties;

  public RightsCheck(List<BelongsTo> subjects, TeamGate teams, ObjectProvider<DutyGate> duties) {
    this.subjects = subjects;
    this.teams = teams;
    this.duties = duties;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method
        && request.getDispatcherType() != DispatcherType.ERROR) {
      check(method, request);
    }
    return true;
  }

  private void check(HandlerMethod method, HttpServletRequest request) {
    if (isOpen(method)) {
      return;
    }
    var needed =
        needed(method)
            .orElseThrow(
                () -> new IllegalStateException(method + " says neither @Needs nor @Open"));
    var rights =
        SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn who
            ? who.rights()
            : Rights.none();
    var about = rights.isForTeams() ? about(request) : Optional.<Collection<String>>empty();
    about.ifPresent(systems -> request.setAttribute(HERE, here(rights, systems)));
    boolean duty = needed.duty() && rights.maySomewhere(Right.VIEW) && isDuty(request);
    if (duty) {
      request.setAttribute(DUTY, true);
    }
    for (Right right : needed.value()) {
      if (!rights.may(right) && !duty) {
        keep(right, rights, about, needed.teams());
      }
    }
  }

  @SuppressWarnings("unchecked")
  private boolean isDuty(HttpServletRequest request) {
    return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn who
        && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> parts
        && request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
            instanceof String pattern
        && duties
            .orderedStream()
            .anyMatch(one -> one.lets(who.actor(), pattern, (Map<String, String>) parts));
  }

  private void keep(
      Right right, Rights rights, Optional<Collection<String>> about, boolean handlerAsks) {
    if (!rights.maySomewhere(right) || (about.isEmpty() && !handlerAsks)) {
      throw new Refused(Refused.Kind.FORBIDDEN, says(right, rights)).with("needs", right);
    }
    about
        .flatMap(systems -> teams.against(rights, right, systems))
        .ifPresent(why -> {
          throw new Refused(Refused.Kind.FORBIDDEN, why).with("needs", right);
        });
  }

  /** The rights of the sender as they are for these systems, for pages to draw their buttons by. */
  private Rights here(Rights rights, Collection<String> systems) {
    return new Rights(
        rights.grants().stream()
            .filter(grant ->
                grant.role().rights().stream()
                    .allMatch(right -> teams.against(rights, right, systems).isEmpty()))
            .map(grant -> Rights.Grant.everywhere(grant.role()))
            .toList());
  }

  @SuppressWarnings("unchecked")
  private Optional<Collection<String>> about(HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                instanceof Map<?, ?> parts
            && request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
                instanceof String pattern
        ? subjects.stream()
            .flatMap(subject -> subject.systems(pattern, (Map<String, String>) parts).stream())
            .findFirst()
        : Optional.empty();
  }

  private static String says(Right needed, Rights rights) {
    return rights.maySomewhere(needed)
        ? "This needs %s for everything, and you have it for some teams only; ask an administrator for it."
            .formatted(needed.words())
        : "This needs %s; ask an administrator for it.".formatted(needed.words());
  }

  static boolean isOpen(HandlerMethod method) {
    return needed(method.getMethod()).isEmpty()
        && (AnnotatedElementUtils.hasAnnotation(method.getMethod(), Open.class)
            || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Open.class));
  }

  static Optional<Needs> needed(HandlerMethod method) {
    return needed(method.getMethod())
        .or(() ->
            Optional.ofNullable(
                AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Needs.class)));
  }

  private static Optional<Needs> needed(java.lang.reflect.Method method) {
    return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(method, Needs.class));
  }
}
