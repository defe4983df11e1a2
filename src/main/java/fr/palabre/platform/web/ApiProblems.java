package fr.palabre.platform.web;

import fr.palabre.platform.web.api.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every error of the API's handlers, told the same way. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems extends ResponseEntityExceptionHandler {
  private final Problems problems;
  private final Failures failures;

  ApiProblems(Problems problems, Failures failures) {
    this.problems = problems;
    this.failures = failures;
  }

  @ExceptionHandler(NoSuchElementException.class)
  ResponseEntity<Object> missing(NoSuchElementException missing, WebRequest request) {
    return answer(HttpStatus.NOT_FOUND, HttpHeaders.EMPTY, null, request);
  }

  @ExceptionHandler(Refusal.class)
  ResponseEntity<Object> refused(Refusal refusal, WebRequest request) {
    return new ResponseEntity<>(problems.of(refusal, servlet(request)), refusal.status());
  }

  @ExceptionHandler(Exception.class)
  ResponseEntity<Object> failed(Exception failure, WebRequest request) {
    var status = failures.status(failure);
    var problem = problems.of(status, servlet(request));
    if (status.is5xxServerError()) problem.setProperty("reference", failures.told(failure));
    return new ResponseEntity<>(problem, status);
  }

  @Override
  protected ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status,
      WebRequest request) {
    var problem = problems.of(HttpStatus.UNPROCESSABLE_CONTENT, servlet(request));
    problem.setProperty("errors", errors(invalid.getFieldErrors()));
    return new ResponseEntity<>(problem, headers, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  @Override
  protected ResponseEntity<Object> handleExceptionInternal(Exception failure,
      @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    var told = body instanceof ProblemDetail problem ? problem.getDetail() : null;
    var said = failure instanceof ResponseStatusException asked
        ? asked.getReason() : told;
    return answer(status, headers, said, request);
  }

  private ResponseEntity<Object> answer(HttpStatusCode status, HttpHeaders headers,
      @Nullable String detail, WebRequest request) {
    var problem = problems.of(status, servlet(request));
    if (detail != null) problem.setDetail(detail);
    return new ResponseEntity<>(problem, headers, status);
  }

  private static List<Map<String, String>> errors(List<FieldError> faults) {
    return faults.stream()
        .map(fault -> Map.of("field", fault.getField(),
            "message", String.valueOf(fault.getDefaultMessage())))
        .toList();
  }

  private static HttpServletRequest servlet(WebRequest request) {
    return ((ServletWebRequest) request).getRequest();
  }
}
