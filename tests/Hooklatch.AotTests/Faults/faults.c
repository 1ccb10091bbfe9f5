/*
 * A disk that fails where a test says so, for a host whose inbox lies on it. It is loaded before the host (LD_PRELOAD), so that what SQLite and .NET ask of the
 * system comes by here first. Only files of the inbox are touched.
 *
 * HOOKLATCH_FAULTS names a file of 64 bytes that the test writes and this reads while the host runs; see `struct control`.
 * HOOKLATCH_FAULT_LOG names a file that gets every write and every flush of the database and its write-ahead log, and every answer that says 2xx, in their
 * order: struct record, then the bytes that were written.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

struct control {
    _Atomic int32_t write_errno; /* what a write fails with; 0 for none */
    _Atomic int32_t flush_errno; /* what a flush fails with; 0 for none */
    _Atomic int32_t frozen;      /* whether a flush waits until this is 0 again */
    _Atomic int32_t flush_every; /* each flush of this number fails with EIO; 0 for none */
    _Atomic int64_t injected;    /* how many calls failed or waited */
    _Atomic int64_t flushes;     /* how many flushes were asked for */
};

struct record {
    uint8_t what;   /* W write, T truncate, F flushed, E a flush that failed, A answered 2xx */
    uint8_t file;   /* 0 the database, 1 its write-ahead log */
    uint16_t pad;
    uint32_t length;
    uint64_t at;    /* where it was written; the size after a truncation; the port of the client that was answered */
};

enum { DATABASE = 0, LOG = 1, OTHER = 2, FOREIGN = 3 };

static struct control none;
static struct control *control = &none;
static int records = -1;
static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;

__attribute__((constructor)) static void start(void) {
    const char *path = getenv("HOOKLATCH_FAULTS");
    int fd = path ? open(path, O_RDWR | O_CLOEXEC) : -1;
    if (fd >= 0) {
        void *shared = mmap(NULL, sizeof(struct control), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
        if (shared != MAP_FAILED) {
            control = shared;
        }
        close(fd);
    }
    path = getenv("HOOKLATCH_FAULT_LOG");
    if (path) {
        records = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    }
}

static int ends(const char *path, const char *end) {
    size_t length = strlen(path), tail = strlen(end);
    return length >= tail && strcmp(path + length - tail, end) == 0;
}

static int file_of(int fd) {
    char link[64], path[512];
    char *at = link + sizeof link;
    int saved = errno;
    *--at = 0;
    do {
        *--at = (char)('0' + fd % 10);
    } while ((fd /= 10) > 0);
    at -= 14;
    memcpy(at, "/proc/self/fd/", 14);
    ssize_t length = readlink(at, path, sizeof path - 1);
    errno = saved;
    if (length < 0) {
        return FOREIGN;
    }
    path[length] = 0;
    return ends(path, "/inbox.db") ? DATABASE : ends(path, "/inbox.db-wal") ? LOG : strstr(path, "/inbox.db") ? OTHER : FOREIGN;
}

static void note(uint8_t what, int file, uint64_t at, const void *bytes, size_t length) {
    if (records < 0 || file > LOG) {
        return;
    }
    struct record head = { what, (uint8_t)file, 0, (uint32_t)length, at };
    struct iovec parts[2] = { { &head, sizeof head }, { (void *)bytes, length } };
    int saved = errno;
    pthread_mutex_lock(&order);
    if (syscall(SYS_writev, records, parts, length ? 2 : 1) < 0) {
        abort();
    }
    pthread_mutex_unlock(&order);
    errno = saved;
}

/* Whether a write to a file of the inbox fails now. */
static int write_fails(int file) {
    int error = atomic_load(&control->write_errno);
    if (file == FOREIGN || error == 0) {
        return 0;
    }
    atomic_fetch_add(&control->injected, 1);
    errno = error;
    return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

#define PWRITE(name, offset_type)                                                                                                                     \
    ssize_t name(int fd, const void *bytes, size_t length, offset_type at) {                                                                           \
        int file = file_of(fd);                                                                                                                        \
        if (write_fails(file)) {                                                                                                                       \
            return -1;                                                                                                                                 \
        }                                                                                                                                              \
        ssize_t written = syscall(SYS_pwrite64, fd, bytes, length, at);                                                                                \
        if (written > 0) {                                                                                                                             \
            note('W', file, (uint64_t)at, bytes, (size_t)written);                                                                                     \
        }                                                                                                                                              \
        return written;                                                                                                                                \
    }

PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

static void note_answer(int fd, const void *bytes, size_t length) {
    if (records < 0 || length < 12 || memcmp(bytes, "HTTP/1.1 2", 10) != 0) {
        return;
    }
    struct sockaddr_storage peer;
    socklen_t size = sizeof peer;
    if (getpeername(fd, (struct sockaddr *)&peer, &size) == 0) {
        uint16_t port = peer.ss_family == AF_INET6 ? ((struct sockaddr_in6 *)&peer)->sin6_port : ((struct sockaddr_in *)&peer)->sin_port;
        note('A', DATABASE, ntohs(port), NULL, 0);
    }
}

ssize_t write(int fd, const void *bytes, size_t length) {
    int file = file_of(fd);
    if (write_fails(file)) {
        return -1;
    }
    off_t at = file <= LOG ? lseek(fd, 0, SEEK_CUR) : 0;
    note_answer(fd, bytes, length);
    ssize_t written = syscall(SYS_write, fd, bytes, length);
    if (written > 0) {
        note('W', file, (uint64_t)at, bytes, (size_t)written);
    }
    return written;
}

ssize_t send(int fd, const void *bytes, size_t length, int flags) {
    note_answer(fd, bytes, length);
    return REAL(send)(fd, bytes, length, flags);
}

ssize_t sendmsg(int fd, const struct msghdr *message, int flags) {
    if (message->msg_iovlen > 0) {
        note_answer(fd, message->msg_iov[0].iov_base, message->msg_iov[0].iov_len);
    }
    return REAL(sendmsg)(fd, message, flags);
}

#define TRUNCATE(name, offset_type)                                                                                                                    \
    int name(int fd, offset_type size) {                                                                                                               \
        int file = file_of(fd);                                                                                                                        \
        if (write_fails(file)) {                                                                                                                       \
            return -1;                                                                                                                                 \
        }                                                                                                                                              \
        int result = (int)syscall(SYS_ftruncate, fd, size);                                                                                            \
        if (result == 0) {                                                                                                                             \
            note('T', file, (uint64_t)size, NULL, 0);                                                                                                  \
        }                                                                                                                                              \
        return result;                                                                                                                                 \
    }

TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

static int flush(int fd, long number) {
    int file = file_of(fd);
    if (file == FOREIGN) {
        return (int)syscall(number, fd);
    }
    int64_t count = atomic_fetch_add(&control->flushes, 1) + 1;
    int every = atomic_load(&control->flush_every);
    int error = every > 0 && count % every == 0 ? EIO : atomic_load(&control->flush_errno);
    if (error != 0) {
        atomic_fetch_add(&control->injected, 1);
        note('E', file, 0, NULL, 0);
        errno = error;
        return -1;
    }
    if (atomic_load(&control->frozen)) {
        atomic_fetch_add(&control->injected, 1);
        while (atomic_load(&control->frozen)) {
            usleep(1000);
        }
    }
    int result = (int)syscall(number, fd);
    note(result == 0 ? 'F' : 'E', file, 0, NULL, 0);
    return result;
}

int fsync(int fd) { return flush(fd, SYS_fsync); }

int fdatasync(int fd) { return flush(fd, SYS_fdatasync); }
