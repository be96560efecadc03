-- What wrk sends: one query, with one line of variables after the other. Each thread takes lines of its own, so that no
-- line is sent twice before all are used up.

local function text(file)
  local opened = assert(io.open(file))
  local all = opened:read("*a")
  opened:close()
  return all
end

local function body(query, variables)
  local escaped = query:gsub("%s+", " "):gsub("\\", "\\\\"):gsub('"', '\\"')
  return '{"query":"' .. escaped .. '","variables":' .. variables .. "}"
end

local threads = 0

function setup(thread)
  thread:set("first", threads)
  threads = threads + 1
  thread:set("step", tonumber(os.getenv("THREADS")))
end

function init()
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
  wrk.headers["Authorization"] = "Bearer " .. os.getenv("TOKEN")
  local query = text(os.getenv("QUERY"))
  requests = {}
  local number = 0
  for line in io.lines(os.getenv("VARIABLES")) do
    if number % step == first % step then
      requests[#requests + 1] = wrk.format(nil, nil, nil, body(query, line))
    end
    number = number + 1
  end
  if #requests == 0 then
    requests[1] = wrk.format(nil, nil, nil, body(query, text(os.getenv("VARIABLES"))))
  end
  turn = 0
end

function request()
  turn = turn % #requests + 1
  return requests[turn]
end

function done(summary, latency)
  local broken = summary.errors
  io.write(string.format("RESULT %d %d %d %d %d\n", summary.requests, summary.duration,
    broken.connect + broken.read + broken.write + broken.status + broken.timeout,
    latency:percentile(50), latency:percentile(99)))
end
