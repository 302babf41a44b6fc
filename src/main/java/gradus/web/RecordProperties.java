package gradus.web;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import ognl.ObjectPropertyAccessor;
import ognl.OgnlException;
import ognl.OgnlRuntime;
import org.jspecify.annotations.Nullable;

/**
 * Reads what templates name of records: components and other methods without arguments. OGNL knows getters only and goes over all
 * methods of a record's class each time it is asked, which took a fifth of the time of a page.
 */
final class RecordProperties extends ObjectPropertyAccessor {
    private static final ClassValue<Map<String, Method>> METHODS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return readable(type);
        }
    };
    private static final ClassValue<Map<String, Method>> OF_TEXT = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return readable(type, String.class);
        }
    };

    private static Map<String, Method> readable(Class<?> type, Class<?>... parameters) {
        Map<String, Method> methods = new HashMap<>();
        for (Method method : type.getMethods()) {
            boolean read = Arrays.equals(method.getParameterTypes(), parameters)
                    && method.getReturnType() != void.class
                    && !Modifier.isStatic(method.getModifiers())
                    && method.getDeclaringClass() != Object.class;
            if (read && method.trySetAccessible()) {
                methods.putIfAbsent(method.getName(), method);
            }
        }
        return Map.copyOf(methods);
    }

    /** A method without arguments that can be called from here; null where the class has none of this name. */
    static @Nullable Method method(Class<?> type, String name) {
        return METHODS.get(type).get(name);
    }

    /** A method of one text that can be called from here; null where the class has none of this name. */
    static @Nullable Method methodOfText(Class<?> type, String name) {
        return OF_TEXT.get(type).get(name);
    }

    static void use() {
        OgnlRuntime.setPropertyAccessor(Record.class, new RecordProperties());
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Object getPossibleProperty(Map context, Object target, String name) throws OgnlException {
        Method method = method(target.getClass(), name);
        if (method == null) {
            return super.getPossibleProperty(context, target, name);
        }
        try {
            return method.invoke(target);
        } catch (InvocationTargetException failure) {
            throw new OgnlException(name, failure.getCause());
        } catch (IllegalAccessException hidden) {
            throw new OgnlException(name, hidden);
        }
    }
}
