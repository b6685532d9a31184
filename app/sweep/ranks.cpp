// The only file that includes mpi.h; a build without MPI has one rank.
#include "app/sweep/ranks.hpp"

#include <algorithm>
#include <cstdlib>

#include "sim/error.hpp"

#ifdef WEEFSEL_MPI
#include <mpi.h>

#include <chrono>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>
#endif

namespace weefsel::app {
namespace {

/// How many processes a launcher started, as far as the environment says; 0: there is no launcher.
/// Sources: mpirun of Open MPI sets OMPI_COMM_WORLD_SIZE, MPICH and PMI-1/2 (`srun --mpi=pmi2`) PMI_SIZE;
/// with PMIx alone (`srun --mpi=pmix`) PMIX_RANK is there, and Slurm's own count of the step's tasks.
int launched() {
    const auto number = [](const char* name) {
        const char* text = std::getenv(name);
        return text == nullptr ? 0 : std::atoi(text);
    };
    for (const char* name : {"OMPI_COMM_WORLD_SIZE", "PMI_SIZE"})
        if (std::getenv(name) != nullptr) return number(name);
    if (std::getenv("PMIX_RANK") != nullptr) return std::max(number("SLURM_STEP_NUM_TASKS"), 1);
    return 0;
}

}  // namespace

#ifdef WEEFSEL_MPI

namespace {

enum Tag : int { asks = 1, leaves, answers, parts };

/// Between two looks for messages: an answer comes within this, and looking takes next to no time.
constexpr auto moment = std::chrono::milliseconds(2);

/// How long rank 0 waits for others when all hurry. mpirun of Open MPI kills all a second after it asked them
/// to stop (odls_base_sigkill_timeout); before that something has to be said.
constexpr auto patience = std::chrono::milliseconds(500);

void good(int result, const char* what) {
    if (result != MPI_SUCCESS) throw std::runtime_error(std::string("MPI: ") + what + " failed");
}

}  // namespace

struct Ranks::Impl {
    bool initialised = false;
    int rank = 0, size = 1;
    std::size_t messages = 0;
    double seconds = 0;
    std::mutex mutex;  // calls come one at a time (MPI_THREAD_SERIALIZED)

    /// Waits for a message without turning round and round.
    std::int64_t receive(int tag) {
        std::int64_t number = 0;
        MPI_Request request{};
        good(MPI_Irecv(&number, 1, MPI_INT64_T, 0, tag, MPI_COMM_WORLD, &request), "receiving");
        for (int there = 0;;) {
            good(MPI_Test(&request, &there, MPI_STATUS_IGNORE), "receiving");
            if (there != 0) return number;
            std::this_thread::sleep_for(moment);
        }
    }
    static void send_text(const std::string& text, int tag) {
        good(MPI_Send(text.data(), static_cast<int>(text.size()), MPI_CHAR, 0, tag, MPI_COMM_WORLD),
             "sending");
    }
};

Ranks::Ranks() : impl_(std::make_unique<Impl>()) {
    if (launched() < 1) return;
    int given = 0;
    good(MPI_Init_thread(nullptr, nullptr, MPI_THREAD_SERIALIZED, &given), "starting");
    impl_->initialised = true;
    if (given < MPI_THREAD_SERIALIZED) throw std::runtime_error("MPI: this library allows no threads");
    good(MPI_Comm_rank(MPI_COMM_WORLD, &impl_->rank), "asking for the rank");
    good(MPI_Comm_size(MPI_COMM_WORLD, &impl_->size), "asking for the size");
}

Ranks::~Ranks() {
    if (impl_->initialised) MPI_Finalize();
}

bool Ranks::broadcast(bool value) {
    int told = value ? 1 : 0;
    if (size() > 1) good(MPI_Bcast(&told, 1, MPI_INT, 0, MPI_COMM_WORLD), "telling all");
    return told != 0;
}

bool Ranks::all_reduce(bool value) {
    int mine = value ? 1 : 0, all = mine;
    if (size() > 1) good(MPI_Allreduce(&mine, &all, 1, MPI_INT, MPI_MIN, MPI_COMM_WORLD), "asking all");
    return all != 0;
}

std::size_t Ranks::serve(std::size_t workers, const Answer& answer, const std::function<bool()>& hurry) {
    using Clock = std::chrono::steady_clock;
    std::optional<Clock::time_point> hurrying;
    while (workers > 0) {
        int there = 0;
        MPI_Status status{};
        good(MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, &there, &status), "looking");
        if (there == 0) {
            if (!hurrying && hurry()) hurrying = Clock::now();
            if (hurrying && Clock::now() - *hurrying > patience) return workers;
            std::this_thread::sleep_for(moment);
            continue;
        }
        const auto begin = Clock::now();
        int length = 0;
        good(MPI_Get_count(&status, MPI_CHAR, &length), "looking");
        std::string report(static_cast<std::size_t>(length), '\0');
        good(MPI_Recv(report.data(), length, MPI_CHAR, status.MPI_SOURCE, status.MPI_TAG, MPI_COMM_WORLD,
                      MPI_STATUS_IGNORE),
             "receiving");
        const bool leaving = status.MPI_TAG == leaves;
        const auto batch = answer(report, status.MPI_SOURCE, leaving);
        if (leaving) {
            --workers;
        } else {
            const std::int64_t number = batch ? static_cast<std::int64_t>(*batch) : -1;
            good(MPI_Send(&number, 1, MPI_INT64_T, status.MPI_SOURCE, answers, MPI_COMM_WORLD), "sending");
            if (!batch) --workers;
        }
        ++impl_->messages;
        impl_->seconds += std::chrono::duration<double>(Clock::now() - begin).count();
    }
    return 0;
}

std::optional<std::size_t> Ranks::ask(const std::string& report) {
    const std::lock_guard lock(impl_->mutex);
    Impl::send_text(report, asks);
    const auto number = impl_->receive(answers);
    return number < 0 ? std::nullopt : std::optional<std::size_t>(static_cast<std::size_t>(number));
}

void Ranks::say_farewell(const std::string& why) {
    const std::lock_guard lock(impl_->mutex);
    Impl::send_text(why, leaves);
}

void Ranks::give_up(int code) {
    if (impl_->initialised && size() > 1) MPI_Abort(MPI_COMM_WORLD, code);
}

void Ranks::part() {
    if (!impl_->initialised) return;
    if (first()) {
        const std::int64_t nothing = 0;
        for (int other = 1; other < size(); ++other)
            good(MPI_Send(&nothing, 1, MPI_INT64_T, other, parts, MPI_COMM_WORLD), "parting");
    } else {
        static_cast<void>(impl_->receive(parts));
    }
    MPI_Finalize();
    impl_->initialised = false;
}

#else

struct Ranks::Impl {};

Ranks::Ranks() {
    if (launched() > 1)
        throw sim::InputError(
            {"weefsel", 1, 1},
            "was built without MPI and cannot share a sweep with other ranks; install libopenmpi-dev "
            "and build again, or give each process its --shard i/n");
}
Ranks::~Ranks() = default;
bool Ranks::broadcast(bool value) { return value; }
bool Ranks::all_reduce(bool value) { return value; }
std::size_t Ranks::serve(std::size_t, const Answer&, const std::function<bool()>&) { return 0; }
std::optional<std::size_t> Ranks::ask(const std::string&) { return std::nullopt; }
void Ranks::say_farewell(const std::string&) {}
void Ranks::give_up(int) {}
void Ranks::part() {}

#endif

#ifdef WEEFSEL_MPI
int Ranks::rank() const { return impl_->rank; }
int Ranks::size() const { return impl_->size; }
std::size_t Ranks::messages() const { return impl_->messages; }
double Ranks::seconds_serving() const { return impl_->seconds; }
#else
int Ranks::rank() const { return 0; }
int Ranks::size() const { return 1; }
std::size_t Ranks::messages() const { return 0; }
double Ranks::seconds_serving() const { return 0; }
#endif

}  // namespace weefsel::app
