package dev.clade.k8s;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelException;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MatchCondition;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.Validation;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.Variable;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An admission policy, judged as the API server does: every expression is evaluated, and one that
 * cannot be is a refusal. Matching by kinds and namespaces is not.
 */
public final class AdmissionPolicy {
  private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

  private final Cel cel =
      CelFactory.standardCelBuilder()
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .addCompilerLibraries(CelExtensions.strings())
          .addRuntimeLibraries(CelExtensions.strings())
          .addVar("object", SimpleType.DYN)
          .addVar("params", SimpleType.DYN)
          .addVar("request", SimpleType.DYN)
          .addVar("variables", SimpleType.DYN)
          .build();

  private final ValidatingAdmissionPolicy policy;
  private final Object parameters;

  private AdmissionPolicy(ValidatingAdmissionPolicy policy, Object parameters) {
    this.policy = policy;
    this.parameters = parameters;
  }

  /** Reads the policy of workers, with its ConfigMap as parameters. */
  public static AdmissionPolicy of(RenderedManifests manifests) {
    return new AdmissionPolicy(
        manifests.named(ValidatingAdmissionPolicy.class, "clade-workers"),
        plain(manifests.named(ConfigMap.class, "clade-worker-policy")));
  }

  /** Reads a policy that has no parameters. */
  public static AdmissionPolicy of(RenderedManifests manifests, String name) {
    return new AdmissionPolicy(manifests.named(ValidatingAdmissionPolicy.class, name), Map.of());
  }

  /** Returns the messages of all rules. */
  List<String> messages() {
    return policy.getSpec().getValidations().stream().map(Validation::getMessage).toList();
  }

  /**
   * Returns the messages of the rules that an object of the valuation service breaks; none when it
   * is admitted.
   */
  public List<String> refusals(HasMetadata object) {
    return refusals(object, "system:serviceaccount:clade:clade-valuation");
  }

  /** Returns the messages of the rules that an object of somebody breaks. */
  List<String> refusals(HasMetadata object, String user) {
    Map<String, Object> variables = new LinkedHashMap<>();
    Map<String, Object> scope =
        Map.of(
            "object",
            plain(object),
            "params",
            parameters,
            "request",
            Map.of("userInfo", Map.of("username", user)),
            "variables",
            variables);
    List<String> refusals = new ArrayList<>();
    try {
      for (MatchCondition condition : policy.getSpec().getMatchConditions()) {
        if (!Boolean.TRUE.equals(evaluate(condition.getExpression(), scope))) {
          return List.of();
        }
      }
      for (Variable variable : policy.getSpec().getVariables()) {
        variables.put(variable.getName(), evaluate(variable.getExpression(), scope));
      }
    } catch (CelException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
    for (Validation validation : policy.getSpec().getValidations()) {
      if (!holds(validation, scope)) {
        refusals.add(validation.getMessage());
      }
    }
    return refusals;
  }

  private boolean holds(Validation validation, Map<String, Object> scope) {
    try {
      return Boolean.TRUE.equals(evaluate(validation.getExpression(), scope));
    } catch (CelException e) {
      return false;
    }
  }

  private Object evaluate(String expression, Map<String, Object> scope) throws CelException {
    return cel.createProgram(cel.compile(expression).getAst()).eval(scope);
  }

  private static Object plain(Object object) {
    return wide(SERIALIZATION.convertValue(object, Map.class));
  }

  /** CEL has integers of 64 bits only. */
  private static Object wide(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<Object, Object> wide = new LinkedHashMap<>();
        map.forEach((key, inner) -> wide.put(key, wide(inner)));
        yield wide;
      }
      case List<?> list -> list.stream().map(AdmissionPolicy::wide).toList();
      case Integer number -> number.longValue();
      default -> value;
    };
  }
}
