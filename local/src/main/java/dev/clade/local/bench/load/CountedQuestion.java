package dev.clade.local.bench.load;

import io.grpc.MethodDescriptor;
import java.util.function.IntFunction;

/**
 * A unary method, with a question for each number whose answer can be told from the others'.
 *
 * @param method the method
 * @param request makes the question of a number, from 0
 * @param check tells whether an answer is that to a number's question
 */
public record CountedQuestion<Q, R>(
    MethodDescriptor<Q, R> method, IntFunction<Q> request, Check<R> check) {

  /** Knows answers. */
  @FunctionalInterface
  public interface Check<R> {
    /** Returns whether an answer is that to a number's question. */
    boolean isAnswerTo(int number, R answer);
  }
}
