package fr.palabre.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.palabre.identity.Member;
import fr.palabre.identity.Role;
import fr.palabre.testing.Brands;
import fr.palabre.testing.PalabreTest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address of the house, as it is mapped: a new one is tried here without being named. */
@PalabreTest
class RoutesTest {
  /** What a stranger may see; everything else is for people signed in. */
  private static final Set<String> OPEN = Set.of("/", "/bienvenue", "/connexion", "/composants",
      "/error", "/invitation/{token}", "/invitation/{token}/compte", "/mot-de-passe",
      "/mot-de-passe/{token}", "/api/v1/openapi", "/api/v1/openapi.yaml");
  @Autowired MockMvc mvc;
  @Autowired Brands brands;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  @Test
  void everyAddressOfABrandSaysWhatItRequires() {
    assertThat(underBrand()).isNotEmpty().allSatisfy(Route::required);
  }

  @TestFactory
  Stream<DynamicTest> aStrangerIsShownToTheSignIn() {
    var brand = brands.brand().slug();
    return routes().filter(route -> !OPEN.contains(route.pattern())).map(route -> tried(route, () -> {
      var answer = answer(route, brand, null);
      if (route.ofTheApi()) assertThat(answer.getStatus()).isEqualTo(401);
      else assertThat(answer.getRedirectedUrl()).startsWith("/connexion");
    }));
  }

  @TestFactory
  Stream<DynamicTest> aMemberOfAnotherBrandFindsNothing() {
    var brand = brands.brand();
    brands.member(brand, Role.ADMINISTRATOR);
    var other = brands.member(brands.brand(), Role.ADMINISTRATOR);
    return underBrand().stream().map(route -> tried(route, () ->
        assertThat(answer(route, brand.slug(), other).getStatus()).isEqualTo(404)));
  }

  @TestFactory
  Stream<DynamicTest> eachRoleIsRefusedExactlyWhatItMayNotDo() {
    return underBrand().stream().flatMap(route -> Stream.of(Role.values()).map(role ->
        DynamicTest.dynamicTest(role + " " + route, () -> tryAs(role, route))));
  }

  // A brand of its own each time: some addresses change it, one deletes it.
  private void tryAs(Role role, Route route) throws Exception {
    var brand = brands.brand();
    var status = answer(route, brand.slug(), brands.member(brand, role)).getStatus();
    if (role.may(route.required())) assertThat(status).isNotEqualTo(403).isLessThan(500);
    else assertThat(status).isEqualTo(403);
  }

  private MockHttpServletResponse answer(Route route, String brand, @Nullable Member as)
      throws Exception {
    var request = route.in(brand);
    if (!route.ofTheApi()) request.with(csrf());
    if (as != null && route.ofTheApi()) request.header("Authorization", brands.bearer(as));
    if (as != null && !route.ofTheApi()) request.cookie(brands.session(as.user()));
    return mvc.perform(request).andReturn().getResponse();
  }

  private List<Route> underBrand() {
    return routes().filter(Route::underBrand).toList();
  }

  private Stream<Route> routes() {
    return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
        .flatMap(Route::of);
  }

  private static DynamicTest tried(Route route, org.junit.jupiter.api.function.Executable test) {
    return DynamicTest.dynamicTest(route.toString(), test);
  }
}
