/* Lets the N-th call that changes a file under one directory fail; loaded before the C library.
 *
 * An error below zero kills the process there. fail_at() arms it, calls_seen() disarms it and tells how many such calls there were. Only calls
 * on paths under the directory count, so that what Python loads elsewhere is left alone.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static char under[PATH_MAX];
static int armed, seen, chosen, error_number, from_then_on;
static char failed[PATH_MAX + 64];

void fail_at(const char *directory, int number, int error, int forever)
{
    strncpy(under, directory, sizeof under - 1);
    seen = 0;
    chosen = number;
    error_number = error;
    from_then_on = forever;
    failed[0] = 0;
    armed = 1;
}

int calls_seen(void)
{
    armed = 0;
    return seen;
}

/* What failed first, as "call path". */
const char *what_failed(void) { return failed; }

static int fails(const char *call, const char *path)
{
    if (strncmp(path, under, strlen(under)))
        return 0;
    seen++;
    if (seen != chosen && !(from_then_on && chosen && seen > chosen))
        return 0;
    if (!failed[0])
        snprintf(failed, sizeof failed, "%s %s", call, path + strlen(under));
    if (error_number < 0)
        kill(getpid(), SIGKILL);
    errno = error_number;
    return 1;
}

static int fails_in(const char *call, int directory, const char *path)
{
    char link[64], place[PATH_MAX];
    if (!armed)
        return 0;
    if (path && path[0] == '/')
        return fails(call, path);
    if (directory == AT_FDCWD) {
        if (!getcwd(place, sizeof place))
            return 0;
    } else {
        int kept = errno;
        snprintf(link, sizeof link, "/proc/self/fd/%d", directory);
        ssize_t length = readlink(link, place, sizeof place - 1);
        errno = kept;
        if (length < 0)
            return 0;
        place[length] = 0;
    }
    return fails(call, place);
}

#define REAL(name) \
    static __typeof__(&name) real; \
    if (!real) \
        real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

#define CHANGES (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC)

#define OPEN(name) \
    int name(const char *path, int flags, ...) \
    { \
        REAL(name); \
        va_list more; \
        va_start(more, flags); \
        mode_t mode = va_arg(more, mode_t); \
        va_end(more); \
        if (flags & CHANGES && fails_in("open", AT_FDCWD, path)) \
            return -1; \
        return real(path, flags, mode); \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name) \
    int name(int directory, const char *path, int flags, ...) \
    { \
        REAL(name); \
        va_list more; \
        va_start(more, flags); \
        mode_t mode = va_arg(more, mode_t); \
        va_end(more); \
        if (flags & CHANGES && fails_in("open", directory, path)) \
            return -1; \
        return real(directory, path, flags, mode); \
    }
OPENAT(openat)
OPENAT(openat64)

#define ON_FILE(result, name, parameters, arguments) \
    result name parameters \
    { \
        REAL(name); \
        if (fails_in(#name, file, NULL)) \
            return -1; \
        return real arguments; \
    }
ON_FILE(ssize_t, write, (int file, const void *data, size_t size), (file, data, size))
ON_FILE(ssize_t, pwrite, (int file, const void *data, size_t size, off_t at),
        (file, data, size, at))
ON_FILE(ssize_t, pwrite64, (int file, const void *data, size_t size, off64_t at),
        (file, data, size, at))
ON_FILE(ssize_t, sendfile, (int file, int source, off_t *at, size_t size),
        (file, source, at, size))
ON_FILE(ssize_t, sendfile64, (int file, int source, off64_t *at, size_t size),
        (file, source, at, size))
ON_FILE(int, fsync, (int file), (file))
ON_FILE(int, fdatasync, (int file), (file))
ON_FILE(int, ftruncate, (int file, off_t size), (file, size))
ON_FILE(int, ftruncate64, (int file, off64_t size), (file, size))
ON_FILE(int, fchmod, (int file, mode_t mode), (file, mode))

#define ON_PATH(name, parameters, arguments, directory) \
    int name parameters \
    { \
        REAL(name); \
        if (fails_in(#name, directory, path)) \
            return -1; \
        return real arguments; \
    }
ON_PATH(unlink, (const char *path), (path), AT_FDCWD)
ON_PATH(unlinkat, (int directory, const char *path, int flags), (directory, path, flags), directory)
ON_PATH(rename, (const char *path, const char *target), (path, target), AT_FDCWD)
ON_PATH(mkdir, (const char *path, mode_t mode), (path, mode), AT_FDCWD)
ON_PATH(chmod, (const char *path, mode_t mode), (path, mode), AT_FDCWD)
ON_PATH(fchmodat, (int directory, const char *path, mode_t mode, int flags),
        (directory, path, mode, flags), directory)
