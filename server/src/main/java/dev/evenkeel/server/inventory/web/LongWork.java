package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.Headway;
import dev.evenkeel.estate.Headway.Stopped;
import dev.evenkeel.server.shared.Actor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/**
 * Forms whose work may take long. The script of the page gives the work an id of its own choice,
 * under which whoever began it sees how far it is and stops it while the request is answered; a
 * plain form gives none and waits. It is known to this server alone, and only as long as it lasts:
 * a browser that goes away leaves nothing behind but the result.
 */
@Component
class LongWork {
  /** Carries the id. */
  static final String HEADER = "Evenkeel-Work";

  /** More are done all the same, but cannot be watched. */
  private static final int MOST = 200;

  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
  private static final String REDIRECT = "redirect:";

  private record Key(String id, Actor actor) {}

  private final Map<Key, Headway> inHand = new ConcurrentHashMap<>();

  /** Does what a form asks for. */
  interface Work {
    /** The page the form leads to, or that refuses it. */
    String done() throws IOException;
  }

  /** The work of this person, while it lasts. */
  Optional<Headway> of(String id, Actor actor) {
    return Optional.ofNullable(inHand.get(new Key(id, actor)));
  }

  /**
   * Answers a form as ever when there is no id. Otherwise the page it leads to is told as the
   * {@code Location} and not followed, so that a large page is made only once; and when it was
   * stopped that is said as plain text.
   */
  ModelAndView answer(Optional<String> id, Actor actor, Work work) throws IOException {
    Headway headway = new Headway();
    Optional<Key> key =
        id.filter(ID.asMatchPredicate())
            .map(known -> new Key(known, actor))
            .filter(_ -> inHand.size() < MOST)
            .filter(free -> inHand.putIfAbsent(free, headway) == null);
    if (key.isEmpty()) {
      return new ModelAndView(work.done());
    }
    try {
      String page = headway.during(work::done);
      return page.startsWith(REDIRECT)
          ? new ModelAndView(leadsTo(page.substring(REDIRECT.length())))
          : new ModelAndView(page);
    } catch (Stopped stopped) {
      return new ModelAndView(says(String.valueOf(stopped.getMessage())));
    } finally {
      inHand.remove(key.get());
    }
  }

  private static View leadsTo(String path) {
    return (model, request, response) ->
        response.setHeader("Location", request.getContextPath() + path);
  }

  private static View says(String text) {
    return (model, request, response) -> {
      response.setContentType("text/plain;charset=UTF-8");
      response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    };
  }
}
