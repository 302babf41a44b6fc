package gradus.web;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;

/** An expression of a template that is read without OGNL. */
interface Quick {
    /** What OGNL must be asked, which also says what is wrong. */
    Object UNKNOWN = new Object();

    /** The value of the expression, or {@link #UNKNOWN}. */
    @Nullable
    Object in(IExpressionContext context);
}
