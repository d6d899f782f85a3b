package dev.evenkeel.server.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Ties what is wrong with a field to the field, for those who do not see that it stands below: in a
 * form that is shown again, every message {@code <p class="wrong" data-of="name">} gets an id, and
 * the last field of that name before it points there and is marked as invalid. Done to what was
 * written, since a field is written before its message, and a page may have several of one name.
 */
@Component
class MarkedFields extends OncePerRequestFilter {
  private static final Pattern WRONG =
      Pattern.compile("<p (?=[^>]*class=\"wrong\")[^>]*?data-of=\"([^\"]*+)\"");
  private static final Pattern FIELD =
      Pattern.compile("<(?:input|select|textarea)\\b((?:[^>\"]++|\"[^\"]*+\")*+)>");
  private static final Pattern NAME = Pattern.compile("\\sname=\"([^\"]*+)\"");
  private static final Pattern DESCRIBED = Pattern.compile("\\saria-describedby=\"([^\"]*+)\"");

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST") || request.getRequestURI().startsWith("/api/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper written = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, written);
    byte[] body = written.getContentAsByteArray();
    if (isPage(written) && body.length > 0) {
      String page = new String(body, StandardCharsets.UTF_8);
      String marked = marked(page);
      if (!marked.equals(page)) {
        written.resetBuffer();
        written.getOutputStream().write(marked.getBytes(StandardCharsets.UTF_8));
      }
    }
    written.copyBodyToResponse();
  }

  private static boolean isPage(HttpServletResponse response) {
    return Optional.ofNullable(response.getContentType())
        .filter(type -> type.startsWith("text/html"))
        .isPresent();
  }

  /** A message, and where its field ends. */
  private record Tie(int field, int message, int number) {}

  static String marked(String page) {
    List<Tie> ties = new ArrayList<>();
    Matcher wrong = WRONG.matcher(page);
    while (wrong.find()) {
      int field = fieldBefore(page, wrong.start(), wrong.group(1));
      if (field >= 0) {
        ties.add(new Tie(field, wrong.start(), ties.size() + 1));
      }
    }
    StringBuilder marked = new StringBuilder(page);
    // From the end, so that what is still to be marked stays where it is.
    for (Tie tie : ties.reversed()) {
      marked.insert(tie.message() + "<p".length(), " id=\"wrong-%d\"".formatted(tie.number()));
    }
    return ties.isEmpty() ? page : described(marked.toString(), page, ties);
  }

  private static String described(String withIds, String before, List<Tie> ties) {
    // Fields stand before their messages; ids that were put in between move them.
    StringBuilder page = new StringBuilder(withIds);
    List<Integer> fields = ties.stream().map(Tie::field).distinct().sorted().toList();
    for (int at : fields.reversed()) {
      int moved =
          ties.stream()
              .filter(tie -> tie.message() < at)
              .mapToInt(tie -> " id=\"wrong-%d\"".formatted(tie.number()).length())
              .sum();
      Matcher tag = FIELD.matcher(before);
      if (tag.find(at)) {
        String ids =
            String.join(
                " ",
                ties.stream()
                    .filter(tie -> tie.field() == at)
                    .map(tie -> "wrong-" + tie.number())
                    .toList());
        String attributes = tag.group(1);
        Matcher there = DESCRIBED.matcher(attributes);
        String all =
            there.find()
                ? there.replaceFirst("")
                    + " aria-describedby=\""
                    + there.group(1)
                    + " "
                    + ids
                    + "\""
                : " aria-describedby=\"" + ids + "\"" + attributes;
        if (!attributes.contains("aria-invalid=")) {
          all = " aria-invalid=\"true\"" + all;
        }
        page.replace(tag.start(1) + moved, tag.end(1) + moved, all);
      }
    }
    return page.toString();
  }

  /** Where the last one of that name begins; -1 when there is none. */
  private static int fieldBefore(String page, int end, String name) {
    int found = -1;
    Matcher field = FIELD.matcher(page).region(0, end);
    while (field.find()) {
      Matcher its = NAME.matcher(field.group(1));
      if (its.find() && its.group(1).equals(name)) {
        found = field.start();
      }
    }
    return found;
  }
}
