package dev.evenkeel.server.web;

import dev.evenkeel.server.identity.Invitations;
import dev.evenkeel.server.identity.SessionCookie;
import dev.evenkeel.server.identity.Sessions;
import dev.evenkeel.server.shared.Role;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.env.Environment;

/**
 * A person's browser without its scripts: keeps cookies, reads pages, sends the forms it finds on
 * them with the hidden fields that are in them. Redirects are told and not followed.
 */
public final class Browser {
  private static final AtomicInteger PEOPLE = new AtomicInteger();
  private static final String BORDER = "a-border-that-is-in-no-field";

  private final URI server;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private Browser(URI server) {
    this.server = server;
  }

  /** An answer of the server. */
  public record Page(int status, Map<String, String> headers, String text) {
    public Document html() {
      return Jsoup.parse(text);
    }

    /** The only element that fits, or a clear failure. */
    public Element one(String selector) {
      return Browser.one(html(), selector);
    }

    /** The address one is sent to. */
    public String leadsTo() {
      return headers.getOrDefault("location", "").replaceFirst("^https?://[^/]+", "");
    }

    /** What the page tells about what was just asked for. */
    public String notice() {
      return one("#notice").text();
    }
  }

  public static Browser signedOut(BeanFactory server) {
    String port = server.getBean(Environment.class).getRequiredProperty("local.server.port");
    return new Browser(URI.create("http://127.0.0.1:" + port));
  }

  /** Of a person made for it, who has a name of his own. */
  public static Browser signedIn(BeanFactory server, Role... roles) {
    return signedIn(server, List.of(roles));
  }

  /** Of a person made for it, who has a name of his own. */
  public static Browser signedIn(BeanFactory server, List<Role> roles) {
    Browser browser = signedOut(server);
    var invitations = server.getBean(Invitations.class);
    String name = roles.getLast().word() + "-" + PEOPLE.incrementAndGet();
    var person = invitations.accept(invitations.invite(roles), name, name, "quiet harbour at dawn");
    var place = new Sessions.Place("127.0.0.1", "");
    var cookie =
        new HttpCookie(SessionCookie.NAME, server.getBean(Sessions.class).open(person, place));
    cookie.setPath("/");
    cookie.setVersion(0);
    browser.cookies.getCookieStore().add(browser.server, cookie);
    return browser;
  }

  /** Keeps a cookie, as a script of a page would have it kept. */
  public void keep(String name, String value) {
    var cookie = new HttpCookie(name, value);
    cookie.setPath("/");
    cookie.setVersion(0);
    cookies.getCookieStore().add(server, cookie);
  }

  public static Element one(Element within, String selector) {
    var found = within.select(selector);
    if (found.size() != 1) {
      throw new AssertionError(
          "%d times '%s' in: %s".formatted(found.size(), selector, within.text()));
    }
    return found.getFirst();
  }

  /** What stands in a text area: a newline right after its tag is not part of it. */
  public static String text(Element area) {
    return area.wholeText().replaceFirst("^\n", "");
  }

  /** Reads a page. */
  public Page open(String path) {
    return send(request(path).header("Accept", "text/html"));
  }

  /** Reads a part of a page, as the script of the page does. */
  public Page part(String path, String from) {
    return send(
        request(path)
            .header("HX-Request", "true")
            .header("HX-Current-URL", server.resolve(from).toString()));
  }

  /** What a program or the script of a page asks of the API. */
  public Page api(String path) {
    return send(request(path).header("Accept", "application/json"));
  }

  /** Presses a button of a form, without scripts. */
  public Page press(Element button, Map<String, String> typed) {
    return send(filled(button, typed).header("Accept", "text/html"));
  }

  /** Presses a button of a form, on a page with its scripts. */
  public Page pressInPlace(Element button, Map<String, String> typed) {
    return send(filled(button, typed).header("HX-Request", "true"));
  }

  /** Presses a button of a form whose work may take long, as the script of its page does. */
  public Page pressWatched(Element button, Map<String, String> typed, String work) {
    return send(filled(button, typed).header("Evenkeel-Work", work));
  }

  /** A request that carries who it is, to be answered in another way than as a page. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path));
  }

  public HttpClient http() {
    return http;
  }

  public URI server() {
    return server;
  }

  /** As a browser does it: what is in the form, what was typed, and the button that was pressed. */
  private HttpRequest.Builder filled(Element button, Map<String, String> typed) {
    FormElement form =
        (FormElement)
            (button.hasAttr("form")
                ? Objects.requireNonNull(button.ownerDocument()).getElementById(button.attr("form"))
                : button.closest("form"));
    if (form == null || button.hasAttr("disabled")) {
      throw new AssertionError("Nobody can press " + button);
    }
    Map<String, String> fields = new LinkedHashMap<>();
    form.formData().forEach(field -> fields.put(field.key(), field.value()));
    form.select("textarea[name]").forEach(area -> fields.put(area.attr("name"), text(area)));
    fields.putAll(typed);
    if (button.hasAttr("name")) {
      fields.put(button.attr("name"), button.attr("value"));
    }
    String action = button.hasAttr("formaction") ? button.attr("formaction") : form.attr("action");
    return form.attr("enctype").equals("multipart/form-data")
        ? request(action)
            .header("Content-Type", "multipart/form-data; boundary=" + BORDER)
            .POST(HttpRequest.BodyPublishers.ofString(parts(fields)))
        : request(action)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(pairs(fields)));
  }

  private static String pairs(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String parts(Map<String, String> fields) {
    return fields.entrySet().stream()
            .map(field ->
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n"
                    .formatted(
                        BORDER,
                        field.getKey(),
                        field.getKey().equals("file") ? "; filename=\"runbook.yaml\"" : "",
                        field.getValue()))
            .collect(Collectors.joining())
        + "--%s--\r\n".formatted(BORDER);
  }

  /** Anything else a browser asks. */
  public Page send(HttpRequest.Builder request) {
    try {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      return new Page(
          answer.statusCode(),
          answer.headers().map().entrySet().stream()
              .collect(
                  Collectors.toMap(
                      header -> header.getKey().toLowerCase(Locale.ROOT),
                      header -> header.getValue().getFirst())),
          answer.body());
    } catch (IOException broken) {
      throw new AssertionError(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
