package dev.evenkeel.server.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads no request body longer than {@value #BYTES} bytes, of a whole estate or of advisories and
 * of files at tasks longer ones, whether it says its length or not.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BodyLimit extends OncePerRequestFilter {
  static final int BYTES = 4 * 1024 * 1024;

  /** These go to the disk; how much of one is read is asked there, by the memory there is. */
  private static final int ON_DISK_BYTES = 256 * 1024 * 1024;

  private static final List<String> ON_DISK =
      List.of("/api/estate/", "/api/lifecycle/", "/api/advisories", "/api/callers");

  /** Files come in over this page, as long as a whole estate. */
  private static final String IMPORT = "/estate/import";

  /** A file at a task may be so long, whether a page or a program brings it. */
  static final int FILE_BYTES = 5 * 1024 * 1024;

  private static final Pattern FILES = Pattern.compile("/api/tasks/\\d+/files");

  private static final int FORM_BYTES = 8 * 1024 * 1024;

  /** The body was longer than it may be. */
  static final class Exceeded extends IOException {
    Exceeded(long most) {
      super("The body is longer than %d MB.".formatted(most / 1024 / 1024));
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isForm(request)
        && !request.getRequestURI().equals(IMPORT)
        && (request.getContentLengthLong() < 0 || request.getContentLengthLong() > FORM_BYTES)) {
      // Tomcat reads forms with files itself, past what counts here; and this is how it refuses
      // them.
      throw new InvalidParameterException(
          "A form of more than %d MB".formatted(FORM_BYTES >> 20),
          HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    }
    chain.doFilter(new Limited(request, most(request.getRequestURI())), response);
  }

  private static int most(String path) {
    if (FILES.matcher(path).matches()) {
      return FILE_BYTES;
    }
    return ON_DISK.stream().anyMatch(path::startsWith) ? ON_DISK_BYTES : BYTES;
  }

  private static boolean isForm(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
  }

  private static final class Limited extends HttpServletRequestWrapper {
    private final int most;

    Limited(HttpServletRequest request, int most) {
      super(request);
      this.most = most;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new Counted(super.getInputStream(), most);
    }
  }

  private static final class Counted extends ServletInputStream {
    private final ServletInputStream body;
    private final int most;
    private long read;

    Counted(ServletInputStream body, int most) {
      this.body = body;
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      int next = body.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int taken = body.read(into, from, length);
      count(Math.max(taken, 0));
      return taken;
    }

    private void count(int more) throws IOException {
      read += more;
      if (read > most) {
        throw new Exceeded(most);
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
