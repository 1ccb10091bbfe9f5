-- What wrk sends: bodies that were signed before, in turn, each time with a delivery id that was never used.
-- Arguments: the folder of the bodies, their number, the path.
local requests, sent, run = {}, 0, os.time()

local function read(name)
  local file = assert(io.open(name, "rb"))
  local text = file:read("*a")
  file:close()
  return text
end

function init(args)
  local folder, count, path = args[1], tonumber(args[2]), args[3]
  for i = 0, count - 1 do
    local body = read(folder .. "/" .. i .. ".body")
    requests[i] = {
      "POST " .. path .. " HTTP/1.1\r\nHost: localhost\r\n" .. read(folder .. "/" .. i .. ".headers")
        .. "Content-Length: " .. #body .. "\r\nX-GitHub-Event: push\r\nX-GitHub-Delivery: ",
      "\r\n\r\n" .. body,
    }
  end
end

function request()
  local parts = requests[sent % (#requests + 1)]
  sent = sent + 1
  return parts[1] .. string.format("%08x-0000-4000-8000-%012x", run, sent) .. parts[2]
end

function done(summary, latency, _)
  local errors = summary.errors
  print(string.format("RESULT %d %d %d %d %d", summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
