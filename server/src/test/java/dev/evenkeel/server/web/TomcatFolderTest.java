package dev.evenkeel.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.shared.DataFolder;
import jakarta.servlet.ServletContext;
import java.io.File;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

@ServerTest
class TomcatFolderTest {
  @Autowired private WebServerApplicationContext context;
  @Autowired private ServletContext servlets;
  @Autowired private DataFolder folder;

  @Test
  void tomcat_has_its_files_in_the_data_folder_and_none_among_temporary_ones() {
    var tomcat = ((TomcatWebServer) context.getWebServer()).getTomcat();
    assertThat(tomcat.getServer().getCatalinaBase().toPath()).isEqualTo(folder.file("tomcat"));
    assertThat(tomcat.getHost().findChildren())
        .isNotEmpty()
        .allSatisfy(child ->
            assertThat(Path.of(((Context) child).getDocBase()))
                .isEqualTo(folder.file("tomcat/empty")));
    assertThat((File) servlets.getAttribute(ServletContext.TEMPDIR))
        .satisfies(uploads -> assertThat(uploads.toPath()).startsWith(folder.root()));
  }
}
