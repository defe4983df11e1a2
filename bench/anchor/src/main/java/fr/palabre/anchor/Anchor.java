package fr.palabre.anchor;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** One page behind one table: what starting costs before there is a product. */
@SpringBootApplication
public class Anchor {
  public static void main(String[] args) {
    SpringApplication.run(Anchor.class, args);
  }

  @Bean
  SecurityFilterChain open(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(a -> a.anyRequest().permitAll()).build();
  }

  @Controller
  static class Page {
    private final JdbcClient jdbc;

    Page(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    @GetMapping("/connexion")
    String page(Model model) {
      model.addAttribute("n", jdbc.sql("select count(*) from anchor").query(Long.class).single());
      return "page";
    }
  }
}
