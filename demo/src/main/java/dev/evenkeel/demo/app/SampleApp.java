package dev.evenkeel.demo.app;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/**
 * A page that takes a little work, and pages about itself.
 *
 * <p>{@code /} the page, {@code /?long} the same in 800 ms; {@code /health} 200 once started;
 * {@code /version} what runs here; {@code /metrics} counters in the Prometheus text format.
 */
public final class SampleApp extends HttpServlet {

  private final Metrics metrics = new Metrics();
  private String node = "?";
  private String release = "?";
  private Work work = new Work(Fault.NONE);

  @Override
  public void init() throws ServletException {
    var properties = new Properties();
    try (InputStream in = getServletContext().getResourceAsStream("/WEB-INF/release.properties")) {
      if (in == null) {
        throw new ServletException("WEB-INF/release.properties is missing from the release");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new ServletException("WEB-INF/release.properties cannot be read", e);
    }
    node = System.getProperty("evenkeel.node", "?");
    release = properties.getProperty("release", "?");
    work = new Work(Fault.of(properties.getProperty("fault", Fault.NONE.word())));
    work.begin();
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("X-Node", node);
    response.setHeader("X-Release", release);
    response.setCharacterEncoding("UTF-8");
    switch (request.getRequestURI()) {
      case "/" -> page(request, response);
      case "/health" -> answer(response, "text/plain", "up\n");
      case "/version" -> answer(response, "text/plain", release + "\n");
      case "/metrics" -> answer(response, "text/plain; version=0.0.4", metrics.text());
      default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private void page(HttpServletRequest request, HttpServletResponse response) throws IOException {
    long began = System.nanoTime();
    boolean well = work.once("long".equals(request.getQueryString()));
    metrics.count(System.nanoTime() - began, well);
    if (!well) {
      response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
      return;
    }
    answer(
        response,
        "text/html",
        """
        <!doctype html><title>Sample</title>
        <p>Served by <b>%s</b>, release <b>%s</b> on %s.
        """
            .formatted(node, release, getServletContext().getServerInfo()));
  }

  private static void answer(HttpServletResponse response, String type, String text)
      throws IOException {
    response.setContentType(type);
    response.getWriter().write(text);
  }
}
